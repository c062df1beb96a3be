namespace Yipanqi.Web.Modules.Evidence;

/// <summary>Evidence as a page shows it.</summary>
/// <param name="Length">Bytes of the file; null where there is none.</param>
public sealed record EvidenceLine(Guid Id, Guid SubjectId, string Text, string FileName, int? Length, string Sha256, string KeptBy, DateTime KeptUtc);
