namespace Yipanqi.Web.Search;

/// <summary>Cuts a text into what was looked for and what stands between.</summary>
public static class Highlight
{
    public sealed record Piece(string Text, bool IsMatch);

    public static IReadOnlyList<Piece> Of(string text, SearchWords words)
    {
        var marked = new bool[text.Length];
        foreach (var run in words.Runs)
        {
            Mark(text, run.Text, marked);
            if (run.IsChinese && !text.Contains(run.Text, StringComparison.Ordinal))
            {
                SearchTerms.Pairs(run.Text, withLast: false).ToList().ForEach(p => Mark(text, p, marked));
            }
        }

        var pieces = new List<Piece>();
        for (var (start, at) = (0, 1); start < text.Length; at++)
        {
            if (at == text.Length || marked[at] != marked[start])
            {
                pieces.Add(new Piece(text[start..at], marked[start]));
                start = at;
            }
        }

        return pieces;
    }

    private static void Mark(string text, string part, bool[] marked)
    {
        for (var at = text.IndexOf(part, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.OrdinalIgnoreCase))
        {
            Array.Fill(marked, true, at, part.Length);
        }
    }
}
