using System.Globalization;
using System.Text.RegularExpressions;

namespace Yipanqi.Web.Shell.Text;

/// <summary>Finds the English of a finished Chinese sentence by the catalogue's text with {0}, {1} … in place of its values.</summary>
internal sealed partial class SentencePatterns
{
    /// <summary>Texts with fewer words of their own, such as "{0} {1}", would fit anything.</summary>
    private const int LeastWords = 3;

    private readonly List<(Regex Chinese, string English, IReadOnlyList<int> Values)> patterns;

    // The longest text first: the one that says most of the sentence itself is the right one.
    public SentencePatterns(IReadOnlyDictionary<string, string> catalogue)
    {
        patterns =
        [
            .. from entry in catalogue
               let values = Placeholder().Matches(entry.Key)
               let text = Placeholder().Replace(entry.Key, "")
               where values.Count > 0 && text.Length >= LeastWords && text.Any(c => c is >= '\u4e00' and <= '\u9fff')
               orderby text.Length descending, entry.Key
               select (Pattern(entry.Key), entry.Value, (IReadOnlyList<int>)[.. values.Select(Number)]),
        ];
    }

    public string? Read(string chinese)
    {
        foreach (var (pattern, english, values) in patterns)
        {
            if (pattern.Match(chinese) is { Success: true } match)
            {
                var filled = new object[values.Max() + 1];
                for (var i = 0; i < values.Count; i++)
                {
                    filled[values[i]] = T.Of(match.Groups[i + 1].Value);
                }

                return string.Format(CultureInfo.InvariantCulture, english, filled);
            }
        }

        return null;
    }

    private static Regex Pattern(string text) =>
        new("^" + string.Join("(.*?)", Placeholder().Split(text).Where((_, i) => i % 2 == 0).Select(Regex.Escape)) + "$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static int Number(Match placeholder) => int.Parse(placeholder.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Placeholder();
}
