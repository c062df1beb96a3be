namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Who brought figures in, when, by which import, and the instant as of which they hold.</summary>
public sealed record Provenance(Guid PersonId, DateTime RecordedUtc, DateTime AsOfUtc, Guid? ImportId);
