namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One organisation while figures are collected.</summary>
/// <param name="Asked">Items asked of it; those that another department supplies are not.</param>
/// <param name="Waiting">Self-reports that wait for review; they count as reported.</param>
/// <param name="Owed">What lacks, in the order of the scheme.</param>
public sealed record CollectLine(Guid UnitId, string Code, string ShortName, string Group, int Asked, int Reported, int Waiting, IReadOnlyList<ItemName> Owed);
