using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Access;

/// <summary>What each permission lets a person do, in the words of the pages.</summary>
public static class PermissionWords
{
    private static readonly (Permission Permission, string Words)[] All =
    [
        (Permission.ViewAssessment, "看考评"),
        (Permission.ViewUnits, "看单位"),
        (Permission.ImportUnits, "导入、修改单位"),
        (Permission.EnterObservations, "报数据"),
        (Permission.ManageSchemes, "管方案"),
        (Permission.RunAssessment, "测算"),
        (Permission.PublishAssessment, "发布"),
        (Permission.HandleComplaints, "答复投诉建议"),
        (Permission.ViewJournal, "看留痕"),
        (Permission.ViewPeople, "看人员"),
        (Permission.ManagePeople, "管人员"),
        (Permission.ViewPersonalData, "看完整证件号和电话"),
        (Permission.ReviewSchemes, "审方案"),
        (Permission.ReviewObservations, "核评分"),
        (Permission.SupplyObservations, "提供数据"),
        (Permission.FileObjections, "提申诉"),
        (Permission.AnswerObjections, "答复申诉"),
        (Permission.EnterAdjustments, "登记加减分、一票否决"),
        (Permission.ManageAccounts, "管账号"),
        (Permission.ApproveAccounts, "批准授权"),
        (Permission.AuditJournal, "审计留痕"),
        (Permission.ManageOrganisations, "办理下级单位变更"),
        (Permission.ViewTasks, "看重点任务"),
        (Permission.ManageTasks, "管重点任务"),
        (Permission.ManageFusion, "登记结合点"),
        (Permission.RateFusion, "评结合点"),
        (Permission.ViewDuties, "看责任清单"),
        (Permission.ManageLists, "管责任清单"),
        (Permission.AcceptDuties, "认定下级履责"),
        (Permission.ManageCalendar, "管工作日历"),
    ];

    public static string Of(Permission permissions) => string.Join(T.Of("、"), All.Where(a => permissions.HasFlag(a.Permission)).Select(a => T.Of(a.Words)));
}
