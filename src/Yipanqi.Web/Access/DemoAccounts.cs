namespace Yipanqi.Web.Access;

/// <summary>The accounts of the demo, and of the demo alone.</summary>
public static class DemoAccounts
{
    public const string Secret = "Yipanqi-2026";

    /// <summary>Account and whose it is, in the words of the sign-in page.</summary>
    public static readonly IReadOnlyList<(string Name, string Who)> All =
    [
        ("lead", "工委负责人"),
        ("officer", "工委工作人员"),
        ("supplier", "数据提供部门"),
        ("office", "住房城乡建设局机关党委"),
        ("party", "住房城乡建设局党组"),
        ("branch", "住房城乡建设局第一支部书记"),
        ("member", "住房城乡建设局第一支部党员"),
        ("head", "住房城乡建设局第一处负责人"),
        ("sysadmin", "系统管理员"),
        ("secadmin", "安全管理员"),
        ("auditor", "审计管理员"),
    ];

    public static IEnumerable<string> Names => All.Select(a => a.Name);
}
