using Yipanqi.Web.Shell.Documents;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One bulletin, with its figures: of an issued one as they were frozen, of a draft as its snapshot has them.</summary>
/// <param name="Content">Null for a draft whose results were corrected since: it has to be begun anew.</param>
/// <param name="IsOwn">The reader wrote it, so another issues it.</param>
/// <param name="MayEdit">May write at the draft, or throw it away.</param>
/// <param name="MayIssue">May issue the draft, but for having written it.</param>
public sealed record BulletinView(
    BulletinLine Line, BulletinRemarks Remarks, BulletinContent? Content, string ContentHash, string Organ, int Version, bool IsOwn, bool MayEdit, bool MayIssue)
{
    /// <summary>The letter as it is drawn and written to Word; null without content.</summary>
    public OfficialLetter? Letter => Content is null ? null : BulletinLetter.Of(this, Content);
}
