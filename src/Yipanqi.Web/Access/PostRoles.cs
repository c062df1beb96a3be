namespace Yipanqi.Web.Access;

/// <summary>Which permissions each role gives over the subtree of its post.</summary>
public static class PostRoles
{
    private const Permission Reader = Permission.ViewAssessment | Permission.ViewUnits;

    public static Permission PermissionsOf(PostRole role) => role switch
    {
        PostRole.WorkCommitteeLead => Reader | Permission.ImportUnits | Permission.EnterObservations | Permission.ManageSchemes
            | Permission.RunAssessment | Permission.PublishAssessment | Permission.HandleComplaints | Permission.ViewJournal,
        PostRole.WorkCommitteeOfficer => Reader | Permission.ImportUnits | Permission.EnterObservations | Permission.ManageSchemes
            | Permission.RunAssessment | Permission.HandleComplaints,
        PostRole.PartyCommitteeOfficer => Reader | Permission.EnterObservations,
        PostRole.BranchSecretary or PostRole.DepartmentHead or PostRole.Inspector => Reader,
        _ => Permission.None,
    };

    public static string NameOf(PostRole role) => role switch
    {
        PostRole.WorkCommitteeLead => "工委负责人",
        PostRole.WorkCommitteeOfficer => "工委工作人员",
        PostRole.PartyCommitteeOfficer => "机关党委",
        PostRole.BranchSecretary => "支部书记",
        PostRole.DepartmentHead => "业务处室负责人",
        PostRole.Inspector => "督查人员",
        _ => "",
    };
}
