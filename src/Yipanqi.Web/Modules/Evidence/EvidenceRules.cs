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

    /// <summary>Why the file is not kept; null where it may be.</summary>
    public static Refusal? FaultOf(GivenFile file, string field)
    {
        if (file.Content.Length > MostBytes)
        {
            return new Refusal("evidence.large", field, $"文件超过 {MostMegabytes} MB。请压缩或只留要紧的几页。");
        }

        var known = Kinds.Any(k => file.Content.AsSpan().StartsWith(k.Begin) && k.Endings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
        return known ? null : new Refusal("evidence.kind", field, "只收 PDF、OFD、Word、Excel、PPT、JPG、PNG 和 ZIP 文件，文件名和内容要一致。");
    }
}
