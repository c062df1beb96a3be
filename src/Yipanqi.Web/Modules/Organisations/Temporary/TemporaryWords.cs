namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Temporary organisations in words; what they may and may not do, after 第八条.</summary>
public static class TemporaryWords
{
    public static readonly IReadOnlyList<string> May = ["组织党员开展政治学习", "教育、管理、监督党员", "对入党积极分子进行教育培养"];

    public static readonly IReadOnlyList<string> MayNot = ["发展党员", "处分处理党员", "收缴党费", "选举党代表大会代表", "换届选举"];

    public static readonly IReadOnlyList<TemporaryKind> Kinds = Enum.GetValues<TemporaryKind>();

    /// <summary>As it stands in the unit.</summary>
    public static string Of(TemporaryKind kind) => kind switch
    {
        TemporaryKind.Committee => "临时党委",
        TemporaryKind.GeneralBranch => "临时党总支",
        _ => "临时党支部",
    };

    /// <summary>How many members such a one commonly has. With fewer it may be founded where the work needs it and the level above approves.</summary>
    public static string Says(TemporaryKind kind) => kind switch
    {
        TemporaryKind.Committee => "一般有党员 100 人以上，可以管下面的临时党总支、临时党支部",
        TemporaryKind.GeneralBranch => "一般有党员 50 人以上，可以管下面的临时党支部",
        _ => "一般有正式党员 3 人以上",
    };

    /// <summary>Null for units that are not temporary.</summary>
    public static TemporaryKind? KindOf(string unitKind) => Kinds.Where(k => Of(k) == unitKind).Select(k => (TemporaryKind?)k).FirstOrDefault();

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
