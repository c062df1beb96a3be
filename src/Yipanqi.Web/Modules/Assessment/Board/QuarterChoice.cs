namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A quarter that can be picked, with the snapshot it would show.</summary>
public sealed record QuarterChoice(Quarter Quarter, Guid SnapshotId, SnapshotStatus Status);
