namespace Yipanqi.Web.Files.Tables;

/// <summary>
/// Text that a spreadsheet would take for a formula gets an apostrophe in front when written to CSV, and loses it again when read:
/// what was exported comes back as the same text. Text that already begins with apostrophes before such a sign gets one more.
/// </summary>
public static class CellGuard
{
    private const string Triggers = "=+-@\t\r\n＝＋－＠";

    public static string Guard(string text) => IsDangerous(text) ? "'" + text : text;

    public static string Restore(string text) => text.Length > 1 && text[0] == '\'' && IsDangerous(text) ? text[1..] : text;

    private static bool IsDangerous(string text)
    {
        var first = text.AsSpan().TrimStart('\'');
        return first.Length > 0 && Triggers.Contains(first[0], StringComparison.Ordinal);
    }
}
