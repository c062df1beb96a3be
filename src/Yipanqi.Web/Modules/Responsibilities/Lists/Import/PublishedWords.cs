namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Levels and frequencies as published lists write them, where they do not use the platform's words.</summary>
internal static class PublishedWords
{
    /// <summary>基层党委, 支部, 党小组/党员.</summary>
    public static DutyLevel? LevelOf(string text) => text switch
    {
        "党委" or "基层党委" => DutyLevel.PartyCommittee,
        "支部" or "基层党支部" => DutyLevel.Branch,
        "党小组/党员" => DutyLevel.Member,
        _ => null,
    };

    /// <summary>月, 按季, 年度, 每次. 全年 and 按制度 name no period: null.</summary>
    public static DutyFrequency? FrequencyOf(string text) => text.TrimStart('每', '按').TrimEnd('度') switch
    {
        "月" => DutyFrequency.Monthly,
        "季" => DutyFrequency.Quarterly,
        "半年" => DutyFrequency.HalfYearly,
        "年" => DutyFrequency.Yearly,
        "次" => DutyFrequency.OnEvent,
        _ => null,
    };
}
