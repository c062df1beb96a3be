namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A quarter while it is being made: what is reported now, and the snapshots there are.</summary>
/// <param name="Schemes">Published schemes to choose from, newest first.</param>
/// <param name="Coverage">Of the observations as they are now, for the organisations the actor may enter figures for; null without a scheme.</param>
/// <param name="Organisations">How many organisations that concerns.</param>
/// <param name="Snapshots">Newest first; only for those who may run or publish.</param>
public sealed record QuarterView(
    Quarter Quarter, IReadOnlyList<SchemeLine> Schemes, Guid? SchemeId, CoverageView? Coverage, int Organisations, IReadOnlyList<SnapshotLine> Snapshots);
