namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Levels, frequencies and states as they are written and read.</summary>
public static class DutyWords
{
    public static readonly IReadOnlyList<DutyLevel> Levels = Enum.GetValues<DutyLevel>();

    public static readonly IReadOnlyList<DutyFrequency> Frequencies = Enum.GetValues<DutyFrequency>();

    /// <summary>As the platform writes it, or as published lists do.</summary>
    public static DutyLevel? LevelOf(string text) => Levels.Where(l => Of(l) == text).Select(l => (DutyLevel?)l).FirstOrDefault() ?? PublishedWords.LevelOf(text);

    /// <summary>As the platform writes it, or as published lists do.</summary>
    public static DutyFrequency? FrequencyOf(string text) => Frequencies.Where(f => Of(f) == text).Select(f => (DutyFrequency?)f).FirstOrDefault() ?? PublishedWords.FrequencyOf(text);

    public static string Of(DutyLevel level) => level switch
    {
        DutyLevel.PartyGroup => "党组",
        DutyLevel.PartyCommittee => "机关党委",
        DutyLevel.Branch => "党支部",
        DutyLevel.Member => "党员",
        _ => "",
    };

    public static string Of(DutyFrequency frequency) => frequency switch
    {
        DutyFrequency.Once => "一次",
        DutyFrequency.Monthly => "每月",
        DutyFrequency.Quarterly => "每季度",
        DutyFrequency.HalfYearly => "每半年",
        DutyFrequency.Yearly => "每年",
        DutyFrequency.OnEvent => "遇事即办",
        _ => "",
    };

    public static string Of(ListState state) => state switch
    {
        ListState.Draft => "草稿",
        ListState.Submitted => "待审核",
        ListState.Reviewed => "审核通过",
        ListState.Published => "已发布",
        _ => "",
    };

    public static string Of(ObligationState state) => state switch
    {
        ObligationState.Open => "待领受",
        ObligationState.Claimed => "办理中",
        ObligationState.Submitted => "待认定",
        ObligationState.Returned => "退回补办",
        ObligationState.Accepted => "已认定",
        ObligationState.Exempt => "免办",
        ObligationState.Declined => "已退领",
        ObligationState.Ended => "已终止",
        _ => "",
    };

    /// <summary>The state of an obligation that may be computed from records.</summary>
    public static string Of(ObligationState state, bool isComputed) => (state, isComputed) switch
    {
        (ObligationState.Open, true) => "由记录计算",
        (ObligationState.Accepted, true) => "由记录认定",
        _ => Of(state),
    };

    public static string Of(RequestKind kind) => kind switch
    {
        RequestKind.Extension => "延期",
        RequestKind.Exemption => "免办",
        RequestKind.Decline => "退领",
        _ => "",
    };

    /// <summary>What a list of obligations is narrowed to.</summary>
    public static string OfFilter(string show) => show switch
    {
        ObligationFilter.ToDo or ObligationFilter.NotDone => "未办结",
        ObligationFilter.Late => "逾期",
        ObligationFilter.Submitted => "待认定",
        ObligationFilter.Asked => "有申请",
        ObligationFilter.Accepted => "已认定",
        ObligationFilter.Missed => "到期未按期认定",
        ObligationFilter.NotAdopted => "未领受",
        ObligationFilter.NotAccepted => "未认定",
        _ => "全部",
    };

    public static string Of(CoverageRow.Gap gap) => gap switch
    {
        CoverageRow.Gap.None => "全部认定",
        CoverageRow.Gap.NoDuty => "没有承接",
        CoverageRow.Gap.Computed => "由记录计算",
        CoverageRow.Gap.NotDue => "范围内没有到期",
        CoverageRow.Gap.NotAdopted => "有未领受",
        CoverageRow.Gap.NotDone => "有未办结",
        _ => "有未认定",
    };

    /// <summary>What a gap means, beside its word.</summary>
    public static string Meaning(CoverageRow.Gap gap) => gap switch
    {
        CoverageRow.Gap.None => "到期的都已办结并经上级认定",
        CoverageRow.Gap.NoDuty => "清单里这一级没有对应的责任",
        CoverageRow.Gap.Computed => "不用人报",
        CoverageRow.Gap.NotDue => "有责任，本季还没有到期的",
        CoverageRow.Gap.NotAdopted => "到期的还有没人领受",
        CoverageRow.Gap.NotDone => "都已领受，还有没办结的",
        _ => "都已办结，还有等上级认定的",
    };
}
