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
    ];

    public static string Of(Permission permissions) => string.Join('、', All.Where(a => permissions.HasFlag(a.Permission)).Select(a => a.Words));
}
