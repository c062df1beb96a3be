namespace Yipanqi.Web.Shell.Text;

/// <summary>
/// Words that one kind of institution uses where the pages are written for organs: 校党委 for 工委. They are put in place wherever a page takes a
/// text of its own; names, records and clauses of rules are never touched.
/// </summary>
public sealed class Wording(IReadOnlyList<IReadOnlyList<string>> chinese, IReadOnlyList<IReadOnlyList<string>> english)
{
    private static readonly AsyncLocal<Wording?> Chosen = new();

    /// <summary>Takes this wording for what is left of the request.</summary>
    public void Take() => Chosen.Value = this;

    internal static Wording? Taken => Chosen.Value;

    internal static string Chinese(string text) => Chosen.Value is { } wording ? Replace(text, wording.ChineseWords) : text;

    internal static string English(string text) => Chosen.Value is { } wording ? Replace(text, wording.EnglishWords) : text;

    private IReadOnlyList<IReadOnlyList<string>> ChineseWords => chinese;

    private IReadOnlyList<IReadOnlyList<string>> EnglishWords => english;

    private static string Replace(string text, IReadOnlyList<IReadOnlyList<string>> words)
    {
        foreach (var pair in words)
        {
            text = text.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        return text;
    }
}
