namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An observation with its provenance, as a trace reads it.</summary>
internal sealed record SourceRow(
    Guid UnitId, string ItemCode, Reported Reported, string Source, DateTime AsOfUtc, DateTime RecordedUtc, Guid RecordedBy, Guid? ImportId);
