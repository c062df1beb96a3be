namespace Yipanqi.Engine.Text;

/// <summary>
/// Words in common by BM25F over grams of one and two characters, name and description apart. Weights of words are learned from the measures: a gram that many of them have says little.
/// </summary>
/// <remarks>Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009), 3.6; idf = ln(1 + (N − n + ½)/(n + ½)).</remarks>
internal sealed class WordMatch
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;
    private readonly double _unseen;
    private readonly Dictionary<string, double>[] _frequencies;
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);

    public WordMatch(IReadOnlyList<Measure> measures)
    {
        var names = Normalised([.. measures.Select(measure => measure.Name)]);
        var descriptions = Normalised([.. measures.Select(measure => measure.Description)]);
        _frequencies = [.. names.Zip(descriptions, Together)];
        foreach (var gram in _frequencies.SelectMany(frequencies => frequencies.Keys))
        {
            _rarity[gram] = _rarity.GetValueOrDefault(gram) + 1;
        }

        foreach (var (gram, count) in _rarity)
        {
            _rarity[gram] = Rarity(measures.Count, count);
        }

        _unseen = Rarity(measures.Count, 0);
    }

    /// <summary>What each gram of a task adds to a measure's score.</summary>
    public IEnumerable<(string Gram, double Adds)> Adds(IReadOnlyCollection<string> grams, int measure)
    {
        foreach (var gram in grams)
        {
            if (_frequencies[measure].TryGetValue(gram, out var frequency))
            {
                yield return (gram, _rarity[gram] * frequency * (Saturation + 1) / (frequency + Saturation));
            }
        }
    }

    /// <summary>The share of a task's grams, by their rarity, that the measure with most of them has: 1 where one measure says all of the task.</summary>
    public double Coverage(IReadOnlyCollection<string> grams)
    {
        var all = grams.Sum(gram => _rarity.GetValueOrDefault(gram, _unseen));
        return all > 0 && _frequencies.Length > 0 ? _frequencies.Max(measure => grams.Where(measure.ContainsKey).Sum(gram => _rarity[gram])) / all : 0;
    }

    private static double Rarity(int measures, double holding) => Math.Log(1 + ((measures - holding + 0.5) / (holding + 0.5)));

    private static List<Dictionary<string, double>> Normalised(string[] texts)
    {
        var counts = texts.Select(Grams.Count).ToList();
        var mean = Math.Max(counts.Sum(Length) / Math.Max(texts.Length, 1), double.Epsilon);
        return [.. counts.Select(count =>
        {
            var divisor = 1 - LengthShare + (LengthShare * Length(count) / mean);
            return count.ToDictionary(entry => entry.Key, entry => entry.Value / divisor, StringComparer.Ordinal);
        })];
    }

    private static double Length(Dictionary<string, int> counts) => counts.Values.Sum();

    private static Dictionary<string, double> Together(Dictionary<string, double> name, Dictionary<string, double> description)
    {
        foreach (var (gram, frequency) in description)
        {
            name[gram] = name.GetValueOrDefault(gram) + frequency;
        }

        return name;
    }
}
