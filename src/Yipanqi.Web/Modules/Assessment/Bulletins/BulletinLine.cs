namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A bulletin in the list.</summary>
/// <param name="IsCorrected">The results it tells were corrected after it was written.</param>
public sealed record BulletinLine(
    Guid Id, Quarter Quarter, BulletinState State, string Sign, int? Year, int? Serial, int SnapshotNumber, bool IsCorrected, string EditedBy, DateTime EditedUtc, string IssuedBy, DateTime? IssuedUtc)
{
    /// <summary>示直工通〔2026〕3号; empty in a draft.</summary>
    public string Number => Serial is null ? "" : $"{Sign}〔{Year}〕{Serial}号";

    public string Title => BulletinLetter.TitleOf(Quarter);
}
