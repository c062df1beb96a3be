using System.Text;

namespace Yipanqi.Web.Files.Tables;

/// <summary>Text of a file whose encoding is not told: UTF-8 or UTF-16 by mark, else UTF-8 where valid, else GB 18030 (Excel in Chinese saves CSV so).</summary>
internal static class TextDecoder
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(false, true, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CreateGb18030();

    /// <summary>The text, or null where no encoding fits.</summary>
    public static string? Decode(byte[] bytes)
    {
        var span = bytes.AsSpan();
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return TryDecode(Utf16, span[2..]);
        }

        return span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? TryDecode(Utf8, span[3..]) : TryDecode(Utf8, span) ?? TryDecode(Gb18030, span);
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding CreateGb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
