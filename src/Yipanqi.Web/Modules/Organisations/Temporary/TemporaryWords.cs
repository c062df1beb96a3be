namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Temporary organisations in words; what they may and may not do, after 第八条.</summary>
public static class TemporaryWords
{
    public static readonly IReadOnlyList<string> May = ["组织党员开展政治学习", "教育、管理、监督党员", "对入党积极分子进行教育培养"];

    public static readonly IReadOnlyList<string> MayNot = ["发展党员", "处分处理党员", "收缴党费", "选举党代表大会代表", "换届选举"];

    public static string Of(TemporaryState state) => state switch
    {
        TemporaryState.Running => "在期内",
        TemporaryState.Long => "已满 6 个月",
        TemporaryState.Over => "期限已到",
        _ => "已解散",
    };

    public static string Of(TemporaryRole role) => role switch
    {
        TemporaryRole.Secretary => "书记",
        TemporaryRole.DeputySecretary => "副书记",
        TemporaryRole.CommitteeMember => "委员",
        _ => "党员",
    };
}
