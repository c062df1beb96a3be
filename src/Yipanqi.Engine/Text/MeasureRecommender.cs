namespace Yipanqi.Engine.Text;

/// <summary>
/// Party measures that fit a key task, by its text and theirs alone: words in common (<see cref="WordMatch"/>) and likeness of the fields they speak of (<see cref="FieldLexicon"/>).
/// Organ and place are not looked at. Who clicked what is neither known nor learned from.
/// </summary>
/// <remarks>
/// Both figures are set in standard deviations over all measures, so that neither outweighs the other by its unit: score = z(words) + weight · max(0, 1 − 2c) · z(fields), where c is the share of the
/// task's grams that the best matching measure has: fields speak as far as words leave the question open, and not at all where half of the task stands in one measure.
/// Measured on published pairs, with limits: docs/methods/recommendation.md.
/// </remarks>
public sealed class MeasureRecommender
{
    private const double CoverageThatSuffices = 0.5;
    private const int WordsShown = 4;
    private const int FieldsShown = 2;
    private readonly IReadOnlyList<Measure> _measures;
    private readonly FieldLexicon _lexicon;
    private readonly RecommenderWeights _weights;
    private readonly WordMatch _words;
    private readonly FieldWeights[] _fields;

    /// <summary>Prepares the measures.</summary>
    /// <param name="measures">All that can be recommended.</param>
    /// <param name="lexicon">Fields and their words.</param>
    /// <param name="weights">What counts how much; <see cref="RecommenderWeights.Chosen"/> where left out.</param>
    public MeasureRecommender(IReadOnlyList<Measure> measures, FieldLexicon lexicon, RecommenderWeights? weights = null)
    {
        (_measures, _lexicon, _weights) = (measures, lexicon, weights ?? RecommenderWeights.Chosen);
        _words = new WordMatch(measures);
        _fields = [.. measures.Select(measure => lexicon.Weigh($"{measure.Name} {measure.Description}", _weights.Terms))];
    }

    /// <summary>The measures that fit a task best, the best first; of equal ones the one that stands first in the list.</summary>
    /// <param name="task">The task in a few words.</param>
    /// <param name="top">How many at most. A measure for which no word speaks is not recommended.</param>
    public IReadOnlyList<Recommendation> For(string task, int top)
    {
        var grams = Grams.Of(task, 1).Concat(Grams.Of(task, 2)).ToHashSet(StringComparer.Ordinal);
        var fields = _lexicon.Weigh(task, _weights.Terms);
        var words = Column(measure => _words.Adds(grams, measure).Sum(part => part.Adds));
        var likeness = Column(measure => fields.Likeness(_fields[measure]));
        var (byWords, byFields) = (Standardised(words), Standardised(likeness));
        var weight = _weights.Fields * Math.Max(0, 1 - (_words.Coverage(grams) / CoverageThatSuffices));
        return [.. Enumerable.Range(0, _measures.Count)
            .Where(measure => words[measure] > 0 || likeness[measure] > 0)
            .Select(measure => (Measure: measure, Score: byWords[measure] + (weight * byFields[measure])))
            .OrderByDescending(found => found.Score)
            .ThenBy(found => found.Measure)
            .Take(top)
            .Select(found => new Recommendation(_measures[found.Measure], found.Score, Reasons(task, grams, fields, found.Measure)))];
    }

    private static double[] Standardised(double[] figures)
    {
        var mean = figures.Sum() / Math.Max(figures.Length, 1);
        var deviation = Math.Sqrt(figures.Sum(figure => (figure - mean) * (figure - mean)) / Math.Max(figures.Length, 1));
        return [.. figures.Select(figure => deviation > 0 ? (figure - mean) / deviation : 0)];
    }

    private double[] Column(Func<int, double> figure) => [.. Enumerable.Range(0, _measures.Count).Select(figure)];

    private IReadOnlyList<string> Reasons(string task, HashSet<string> grams, FieldWeights fields, int measure)
    {
        var adds = _words.Adds(grams, measure).ToDictionary(part => part.Gram, part => part.Adds, StringComparer.Ordinal);
        var shared = SharedWords(task, adds).OrderByDescending(word => word.Adds).Select(word => word.Word).Take(WordsShown);
        var pairs = fields.Shared(_fields[measure]).Take(FieldsShown)
            .Select(field => $"{fields.Strongest(field)}–{_fields[measure].Strongest(field)}（{_lexicon.Fields[field].Name}）");
        return [.. shared, .. pairs];
    }

    /// <summary>Neighbouring pairs that both texts have, joined to whole words; a single character where it stands in no pair of them.</summary>
    private static IEnumerable<(string Word, double Adds)> SharedWords(string task, Dictionary<string, double> adds)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var start = 0; start < task.Length;)
        {
            var (end, sum) = (start + 1, adds.GetValueOrDefault(task.Substring(start, 1)));
            while (end < task.Length && adds.TryGetValue(task.Substring(end - 1, 2), out var pair))
            {
                sum += pair + adds.GetValueOrDefault(task.Substring(end, 1));
                end++;
            }

            if (sum > 0)
            {
                words.TryAdd(task[start..end], sum);
            }

            start = end;
        }

        return words.Select(word => (word.Key, word.Value));
    }
}
