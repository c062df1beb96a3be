namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Stored values as they are written and read in Chinese.</summary>
public static class PartyWords
{
    public static readonly IReadOnlyList<PartyStatus> Statuses = Enum.GetValues<PartyStatus>();

    private static readonly Dictionary<string, PartyStatus> StatusByWord = new(StringComparer.Ordinal)
    {
        ["正式党员"] = PartyStatus.FullMember,
        ["中共党员"] = PartyStatus.FullMember,
        ["党员"] = PartyStatus.FullMember,
        ["预备党员"] = PartyStatus.ProbationaryMember,
        ["中共预备党员"] = PartyStatus.ProbationaryMember,
        ["入党积极分子"] = PartyStatus.Applicant,
        ["积极分子"] = PartyStatus.Applicant,
        ["群众"] = PartyStatus.NonMember,
    };

    private static readonly Dictionary<string, Gender> GenderByWord = new(StringComparer.Ordinal)
    {
        ["男"] = Gender.Male,
        ["女"] = Gender.Female,
    };

    public static string Of(PartyStatus status) => status switch
    {
        PartyStatus.FullMember => "正式党员",
        PartyStatus.ProbationaryMember => "预备党员",
        PartyStatus.Applicant => "入党积极分子",
        _ => "群众",
    };

    public static string Of(Gender gender) => gender switch
    {
        Gender.Male => "男",
        Gender.Female => "女",
        _ => "",
    };

    public static string Of(MembershipKind kind) => kind switch
    {
        MembershipKind.Registered => "登记",
        MembershipKind.Admitted => "发展入党",
        MembershipKind.TransferredIn => "转入",
        MembershipKind.Transferred => "转接",
        MembershipKind.TransferredOut => "转出",
        MembershipKind.Reorganised => "组织调整",
        _ => "终止",
    };

    /// <summary>正式党员 and 预备党员 have 组织关系; others have none.</summary>
    public static bool IsMember(PartyStatus status) => status is PartyStatus.FullMember or PartyStatus.ProbationaryMember;

    public static bool TryRead(string text, out PartyStatus status) => StatusByWord.TryGetValue(text, out status);

    public static bool TryRead(string text, out Gender gender) => GenderByWord.TryGetValue(text, out gender) || text.Length == 0;
}
