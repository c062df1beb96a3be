using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Access;

/// <summary>Which permissions each role gives over the subtree of its post.</summary>
public static class PostRoles
{
    private const Permission Reader = Permission.ViewAssessment | Permission.ViewUnits | Permission.ViewTasks | Permission.ViewDuties;

    private const Permission Officer = Reader | Permission.ImportUnits | Permission.EnterObservations | Permission.ReviewObservations | Permission.ManageSchemes
        | Permission.RunAssessment | Permission.AnswerObjections | Permission.EnterAdjustments | Permission.HandleComplaints | Permission.ViewPeople | Permission.ManagePeople
        | Permission.ManageOrganisations | Permission.ManageTasks | Permission.ManageFusion | Permission.RateFusion | Permission.ManageLists | Permission.AcceptDuties | Permission.ManageCalendar;

    public static Permission PermissionsOf(PostRole role) => role switch
    {
        PostRole.WorkCommitteeLead => Officer | Permission.ReviewSchemes | Permission.PublishAssessment | Permission.ViewJournal | Permission.ViewPersonalData,
        PostRole.WorkCommitteeOfficer => Officer,
        PostRole.PartyCommitteeOfficer => Reader | Permission.EnterObservations | Permission.ReviewObservations | Permission.FileObjections | Permission.ViewPeople | Permission.ManagePeople
            | Permission.ManageOrganisations | Permission.ManageTasks | Permission.ManageFusion | Permission.RateFusion | Permission.AcceptDuties,
        PostRole.BranchSecretary => Reader | Permission.EnterObservations | Permission.ViewPeople | Permission.ManageFusion | Permission.AcceptDuties,
        PostRole.PartyGroup => Reader | Permission.FileObjections | Permission.ViewPeople,
        PostRole.DataSupplier => Reader | Permission.SupplyObservations,
        PostRole.DepartmentHead => Reader | Permission.ManageTasks,
        PostRole.Inspector => Reader,
        PostRole.SystemAdministrator => Permission.ManageAccounts,
        PostRole.SecurityAdministrator => Permission.ApproveAccounts,
        PostRole.AuditAdministrator => Permission.AuditJournal,
        PostRole.Member => Permission.ViewDuties,
        _ => Permission.None,
    };

    /// <summary>三员分立: whoever holds one of these holds no other of them and no post of the business.</summary>
    public static bool IsAdministrator(PostRole role) => role is PostRole.SystemAdministrator or PostRole.SecurityAdministrator or PostRole.AuditAdministrator;

    /// <summary>The title with the role that gives the permissions, where they differ.</summary>
    public static string Named(string title, PostRole role) => title == NameOf(role) ? T.Of(title) : $"{title}（{T.Of(NameOf(role))}）";

    public static string NameOf(PostRole role) => role switch
    {
        PostRole.WorkCommitteeLead => "工委负责人",
        PostRole.WorkCommitteeOfficer => "工委工作人员",
        PostRole.PartyCommitteeOfficer => "机关党委",
        PostRole.BranchSecretary => "支部书记",
        PostRole.DepartmentHead => "业务处室负责人",
        PostRole.Inspector => "督查人员",
        PostRole.SystemAdministrator => "系统管理员",
        PostRole.SecurityAdministrator => "安全管理员",
        PostRole.AuditAdministrator => "审计管理员",
        PostRole.PartyGroup => "党组",
        PostRole.Member => "党员",
        PostRole.DataSupplier => "数据提供部门",
        _ => "",
    };
}
