using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>What came back: status and everything that can be read of it, workbooks and documents unzipped.</summary>
public sealed partial record Reply(int Status, string Location, string Text)
{
    /// <summary>Neither refused nor sent to sign in or to the page that says no.</summary>
    public bool IsGranted => Status is >= 200 and < 400 && !Location.Contains("/sign-in", StringComparison.Ordinal) && !Location.Contains("/denied", StringComparison.Ordinal);

    /// <summary>Status and text without what differs each time: ids, tokens, trace.</summary>
    public string Normalised => $"{Status} {Plain(Location)}\n{(Status is >= 300 and < 400 ? "" : Plain(Text))}";

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var bytes = Session.IsEndless(response) ? await BeginningAsync(response) : await response.Content.ReadAsByteArrayAsync();
        var headers = string.Join('\n', response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not "Set-Cookie").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
        return new Reply((int)response.StatusCode, response.Headers.Location?.ToString() ?? "", TextOf(bytes) + "\n" + headers);
    }

    private static async Task<byte[]> BeginningAsync(HttpResponseMessage response)
    {
        var bytes = new byte[4096];
        await using var stream = await response.Content.ReadAsStreamAsync();
        return bytes[..await stream.ReadAsync(bytes)];
    }

    private static string TextOf(byte[] bytes)
    {
        if (bytes is not [0x50, 0x4B, ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    private static string Plain(string text) => Ids().Replace(Tokens().Replace(text, "·"), "·");

    // Whatever is protected begins so: form tokens, redirects, notices.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]*")]
    private static partial Regex Tokens();

    // A workbook names its parts by sixteen digits of its own.
    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}|R[0-9a-f]{16}")]
    private static partial Regex Ids();
}
