using Xunit.Abstractions;
using Yipanqi.Engine.Text;
using Yipanqi.Tool;

namespace Yipanqi.Engine.Tests.Text;

/// <summary>The figures of docs/methods/recommendation.md.</summary>
public class RecommendationFiguresTests(ITestOutputHelper output)
{
    private const int Folds = 5;
    private static readonly GoldPairs Gold = GoldPairs.Read();
    private static readonly string[] Bands = ["0", "<0.2", ">=0.2"];

    private static readonly int[] Words = Ranks(PlainWords);

    private static readonly RecommenderWeights[] Grid =
        [.. from fields in new[] { 0.5, 0.75, 1, 1.25, 1.5 } from terms in new double[] { 5, 10, 20 } select new RecommenderWeights(fields, terms)];

    [Fact]
    public void Chosen_on_other_sources_it_finds_more_than_words_alone_in_every_band()
    {
        var ranks = Grid.ToDictionary(weights => weights, weights => Ranks(new MeasureRecommender(Gold.Measures, RecommendCommand.Lexicon(), weights).For));

        var found = CrossValidated(ranks);

        Tell("words alone", Words);
        Tell("cross-validated", found);
        Recall(found).ShouldBeGreaterThanOrEqualTo(0.60);
        Reciprocal(found).ShouldBeGreaterThanOrEqualTo(0.47);
        foreach (var band in Bands)
        {
            Recall(In(band, found)).ShouldBeGreaterThan(Recall(In(band, Words)), band);
            Reciprocal(In(band, found)).ShouldBeGreaterThan(Reciprocal(In(band, Words)), band);
        }
    }

    [Fact]
    public void Without_the_terms_that_only_the_tested_source_has_it_still_finds_more_than_words_alone()
    {
        var found = new int[Gold.Pairs.Count];
        foreach (var source in Sources())
        {
            var recommender = new MeasureRecommender(Gold.Measures, WithoutTermsOf(source), RecommenderWeights.Chosen);
            var own = Enumerable.Range(0, found.Length).Where(i => Gold.Pairs[i].Source == source);
            own.ToList().ForEach(i => found[i] = Rank(recommender.For, Gold.Pairs[i]));
        }

        Tell("without own terms", found);
        Recall(found).ShouldBeGreaterThan(Recall(Words));
        Reciprocal(found).ShouldBeGreaterThan(Reciprocal(Words));
    }

    [Fact]
    public void The_shipped_weights_are_those_all_sources_choose()
    {
        var all = Grid.ToDictionary(weights => weights, weights => Ranks(new MeasureRecommender(Gold.Measures, RecommendCommand.Lexicon(), weights).For));

        Tell("shipped", all[RecommenderWeights.Chosen]);
        Best(all, Enumerable.Range(0, Gold.Pairs.Count)).ShouldBe(RecommenderWeights.Chosen);
    }

    private static int[] CrossValidated(Dictionary<RecommenderWeights, int[]> ranks)
    {
        var sources = Sources();
        var found = new int[Gold.Pairs.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var tested = sources.Where((_, i) => i % Folds == fold).ToHashSet();
            var byPart = Enumerable.Range(0, found.Length).ToLookup(i => tested.Contains(Gold.Pairs[i].Source));
            var best = Best(ranks, byPart[false]);
            byPart[true].ToList().ForEach(i => found[i] = ranks[best][i]);
        }

        return found;
    }

    /// <summary>The weights with the best recall@5 + MRR; the first of equal ones.</summary>
    private static RecommenderWeights Best(Dictionary<RecommenderWeights, int[]> ranks, IEnumerable<int> pairs)
    {
        int[] chosen = [.. pairs];
        return Grid.MaxBy(weights => chosen.Sum(i => (ranks[weights][i] is > 0 and <= 5 ? 1 : 0) + Reciprocal(ranks[weights][i])))!;
    }

    private static string[] Sources() => [.. Gold.Pairs.Select(pair => pair.Source).Distinct().Order(StringComparer.Ordinal)];

    private static FieldLexicon WithoutTermsOf(string source)
    {
        string Text(GoldPairs.Pair pair) => Gold.Measures.First(measure => measure.Id == pair.Gold) is var measure ? $"{pair.Task} {measure.Name} {measure.Description}" : "";
        var elsewhere = string.Join(' ', Gold.Pairs.Where(pair => pair.Source != source).Select(Text));
        var here = string.Join(' ', Gold.Pairs.Where(pair => pair.Source == source).Select(Text));
        bool Stays(string word) => !here.Contains(word, StringComparison.Ordinal) || elsewhere.Contains(word, StringComparison.Ordinal);
        return FieldLexicon.Of([.. RecommendCommand.Lexicon().Fields.Select(field => field with { Terms = [.. field.Terms.Where(Stays)] })]);
    }

    private static IReadOnlyList<Recommendation> PlainWords(string task, int top) => PlainBm25.Rank(Gold.Measures, task, top);

    private static int[] Ranks(Func<string, int, IReadOnlyList<Recommendation>> recommend) => [.. Gold.Pairs.Select(pair => Rank(recommend, pair))];

    /// <summary>The place of the published measure from 1; 0 where it was not recommended.</summary>
    private static int Rank(Func<string, int, IReadOnlyList<Recommendation>> recommend, GoldPairs.Pair pair) =>
        recommend(pair.Task, Gold.Measures.Count).Select(found => found.Measure.Id).ToList().IndexOf(pair.Gold) + 1;

    private static int[] In(string band, int[] ranks) => [.. ranks.Where((_, i) => Gold.Pairs[i].Band == band)];

    private static double Recall(int[] ranks) => ranks.Average(rank => rank is > 0 and <= 5 ? 1.0 : 0);

    private static double Reciprocal(int[] ranks) => ranks.Average(Reciprocal);

    private static double Reciprocal(int rank) => rank > 0 ? 1.0 / rank : 0;

    private void Tell(string what, int[] ranks)
    {
        foreach (var (band, part) in Bands.Select(band => (band, In(band, ranks))).Append(("all", ranks)))
        {
            output.WriteLine($"{what}, {band}: {part.Length} pairs, recall@5 {Recall(part):0.000}, MRR {Reciprocal(part):0.000}");
        }
    }
}
