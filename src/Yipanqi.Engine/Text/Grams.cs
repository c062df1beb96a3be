namespace Yipanqi.Engine.Text;

/// <summary>Character n-grams: Chinese has no spaces between words, and most of its words have two characters.</summary>
public static class Grams
{
    /// <summary>All runs of <paramref name="length"/> neighbouring letters or digits, in their order; punctuation and spaces end a run.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="length">Characters of a gram, 1 or more.</param>
    public static IEnumerable<string> Of(string text, int length)
    {
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            run = char.IsLetterOrDigit(text[i]) ? run + 1 : 0;
            if (run >= length)
            {
                yield return text.Substring(i - length + 1, length);
            }
        }
    }

    /// <summary>How often each gram of one or two characters stands in a text.</summary>
    internal static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var gram in Of(text, 1).Concat(Of(text, 2)))
        {
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }
}
