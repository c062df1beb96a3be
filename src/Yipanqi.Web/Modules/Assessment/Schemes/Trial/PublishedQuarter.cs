namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A quarter with its published result.</summary>
public sealed record PublishedQuarter(int QuarterKey, Guid SnapshotId, Guid SchemeId, string SchemeName, int SchemeNumber)
{
    public Quarter Quarter => Quarter.FromKey(QuarterKey);
}
