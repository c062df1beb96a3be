namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A quarter on its way: where it stands, how far the figures are, what is open, and the snapshots there are.</summary>
/// <param name="Cycle">Null where the quarter is not opened.</param>
/// <param name="Schemes">Published schemes to choose from, newest first.</param>
/// <param name="SchemeId">The scheme of the quarter; before it is opened the one that was chosen or published last.</param>
/// <param name="Coverage">Counted now, for the organisations the actor may enter figures for; null without a scheme.</param>
/// <param name="Snapshots">Newest first; only for those who may run or publish.</param>
public sealed record QuarterView(
    Quarter Quarter, CycleView? Cycle, IReadOnlyList<SchemeLine> Schemes, Guid? SchemeId, CollectCoverage? Coverage, QuarterView.Waiting Waits, IReadOnlyList<SnapshotLine> Snapshots)
{
    public QuarterState State => Cycle?.State ?? QuarterState.NotOpened;

    /// <summary>What is open, whoever it waits for and whoever entered it.</summary>
    /// <param name="Reviews">Self-reports not reviewed yet.</param>
    /// <param name="Sheets">Supplied items not signed yet.</param>
    /// <param name="Adjustments">Adjustments not confirmed yet.</param>
    /// <param name="Objections">Objections not answered yet.</param>
    public sealed record Waiting(int Reviews, int Sheets, int Adjustments, int Objections);
}
