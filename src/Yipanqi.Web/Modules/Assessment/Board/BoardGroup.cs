namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One peer group with its organisations, of many the most serious; the most serious level first, within a level the lowest index first.</summary>
/// <param name="Id">Null for organisations without a peer group.</param>
/// <param name="IsRanked">False below 5 organisations in the whole group.</param>
public sealed record BoardGroup(Guid? Id, string Name, bool IsRanked, LevelTally Levels, IReadOnlyList<BoardOrganisation> Organisations);
