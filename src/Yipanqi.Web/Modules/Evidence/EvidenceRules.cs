using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Evidence;

/// <summary>Which files are kept as evidence. What a file is follows from its first bytes, never from its name.</summary>
public static class EvidenceRules
{
    public const int MostMegabytes = 10;
    public const int MostBytes = MostMegabytes * 1024 * 1024;

    private static readonly (byte[] Begin, string[] Endings)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), [".pdf"]),
        ("PK"u8.ToArray(), [".docx", ".xlsx", ".pptx", ".ofd", ".zip"]),
        ([0xFF, 0xD8, 0xFF], [".jpg", ".jpeg"]),
        ([0x89, 0x50, 0x4E, 0x47], [".png"]),
    ];

    /// <summary>Files handed in with one form.</summary>
    public const int MostFiles = 5;

    /// <summary>A form of that many files, with one more to be told that it is one too many.</summary>
    public const long MostBytesAtOnce = (MostFiles + 1L) * MostBytes;

    /// <summary>Why these files are not kept; empty where they may be.</summary>
    public static IEnumerable<Refusal> FaultsOf(IReadOnlyList<GivenFile> files, string field) =>
        files.Count > MostFiles ? [new Refusal("evidence.many", field, $"一次最多 {MostFiles} 个文件。请分几次补充。")] : files.Select(f => FaultOf(f, field)).OfType<Refusal>();

    /// <summary>Why the file is not kept; null where it may be.</summary>
    public static Refusal? FaultOf(GivenFile file, string field)
    {
        if (file.Content.Length > MostBytes)
        {
            return new Refusal("evidence.large", field, $"“{file.Name}”超过 {MostMegabytes} MB。请压缩或只留要紧的几页。");
        }

        var known = Kinds.Any(k => file.Content.AsSpan().StartsWith(k.Begin) && k.Endings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
        return known ? null : new Refusal("evidence.kind", field, $"“{file.Name}”不能收。只收 PDF、OFD、Word、Excel、PPT、JPG、PNG 和 ZIP 文件，文件名和内容要一致。");
    }
}
