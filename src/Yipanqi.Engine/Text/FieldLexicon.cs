using System.Globalization;

namespace Yipanqi.Engine.Text;

/// <summary>
/// Fields of government work and their words: which fields a text speaks of, and by which words. It joins texts that mean the same field without a word in common (强降雨 and 堤坝).
/// How it was made: docs/methods/recommendation.md.
/// </summary>
public sealed class FieldLexicon
{
    private readonly Dictionary<string, List<(int Field, double Weight)>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _terms = new(StringComparer.Ordinal);
    private readonly int _longest = 1;

    private FieldLexicon(IReadOnlyList<Field> fields)
    {
        Fields = fields;
        for (var field = 0; field < fields.Count; field++)
        {
            foreach (var (word, weight) in fields[field].Words)
            {
                Entry(_words, word).Add((field, weight));
            }

            foreach (var term in fields[field].Terms)
            {
                Entry(_terms, term).Add(field);
                _longest = Math.Max(_longest, term.Length);
            }
        }
    }

    /// <summary>The fields, in the order of the figures of <see cref="Weigh"/>.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>A lexicon of the given fields.</summary>
    public static FieldLexicon Of(IReadOnlyList<Field> fields) => new(fields);

    /// <summary>
    /// Reads a lexicon: a header, then a line per field with name, sources, terms and words, separated by tabs; terms and words by spaces, a word's weight after a colon.
    /// </summary>
    /// <exception cref="FormatException">A line has not these four parts; correct it there.</exception>
    public static FieldLexicon Parse(string text) => new([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(ParseField)]);

    /// <summary>
    /// How much a text speaks of each field: the weights of its character pairs, each counted once, and <paramref name="termWeight"/> for each term found (the longest at each place),
    /// divided by √n for a term of n fields.
    /// </summary>
    internal FieldWeights Weigh(string text, double termWeight)
    {
        var weights = new FieldWeights(Fields.Count);
        foreach (var pair in Grams.Of(text, 2).Distinct())
        {
            foreach (var (field, weight) in _words.GetValueOrDefault(pair, []))
            {
                weights.Add(field, pair, weight);
            }
        }

        foreach (var term in Terms(text))
        {
            var fields = _terms[term];
            fields.ForEach(field => weights.Add(field, term, termWeight / Math.Sqrt(fields.Count)));
        }

        return weights;
    }

    private static List<T> Entry<T>(Dictionary<string, List<T>> entries, string key) => entries.TryGetValue(key, out var list) ? list : entries[key] = [];

    private static Field ParseField(string line)
    {
        string[] parts = line.TrimEnd('\r').Split('\t');
        return parts.Length == 4
            ? new Field(parts[0], parts[1], parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), [.. parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseWord)])
            : throw new FormatException($"The line of \"{parts[0]}\" has {parts.Length} parts; write name, sources, terms and words with tabs between them.");
    }

    private static KeyValuePair<string, double> ParseWord(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && double.TryParse(word.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var weight)
            ? new(word[..colon], weight)
            : throw new FormatException($"\"{word}\" is not a word with its weight; write it like 防汛:3.9.");
    }

    private IEnumerable<string> Terms(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(_longest, text.Length - start);
            while (length > 0 && !_terms.ContainsKey(text.Substring(start, length)))
            {
                length--;
            }

            if (length > 0)
            {
                yield return text.Substring(start, length);
            }

            start += Math.Max(length, 1);
        }
    }
}
