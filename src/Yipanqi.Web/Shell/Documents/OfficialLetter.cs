namespace Yipanqi.Web.Shell.Documents;

/// <summary>公文 as its parts, by GB/T 9704—2012《党政机关公文格式》: drawn on a page and written to Word from the same content.</summary>
/// <param name="Organ">发文机关标志 and 署名.</param>
/// <param name="Number">发文字号; empty in a draft.</param>
/// <param name="Addressee">主送机关, without its colon.</param>
/// <param name="Day">成文日期 as written; empty in a draft.</param>
public sealed record OfficialLetter(string Organ, string Number, string Title, string Addressee, IReadOnlyList<LetterBlock> Blocks, string Day)
{
    /// <summary>What follows the signature: 附件.</summary>
    public IReadOnlyList<LetterBlock> Annex { get; init; } = [];
}
