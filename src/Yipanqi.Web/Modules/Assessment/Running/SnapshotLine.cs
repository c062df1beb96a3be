namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A snapshot in the history of its quarter.</summary>
public sealed record SnapshotLine(
    Guid Id, int Number, SnapshotStatus Status, Guid SchemeId, string SchemeName, int SchemeNumber, int Organisations, int Scored, int Observations,
    DateTime CreatedUtc, string CreatedBy, DateTime? PublishedUtc, string PublishedBy, string Reason, string InputHash, string ResultHash, long Seed, string Parameters)
{
    public bool HasIntervals => RunParameters.Read(Parameters).Redraws > 0;
}
