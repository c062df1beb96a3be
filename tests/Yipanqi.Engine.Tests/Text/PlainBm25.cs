using Yipanqi.Engine.Text;

namespace Yipanqi.Engine.Tests.Text;

/// <summary>What the recommendation is held against: BM25 over grams of one and two characters, name and description as one text.</summary>
internal static class PlainBm25
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    public static IReadOnlyList<Recommendation> Rank(IReadOnlyList<Measure> measures, string task, int top)
    {
        var texts = measures.Select(measure => Of($"{measure.Name} {measure.Description}")).ToList();
        var mean = texts.Average(text => text.Count);
        double Score(List<string> text) => Of(task).Distinct().Sum(gram =>
        {
            double count = text.Count(g => g == gram), holding = texts.Count(t => t.Contains(gram));
            var rarity = Math.Log(1 + ((texts.Count - holding + 0.5) / (holding + 0.5)));
            return rarity * count * (Saturation + 1) / (count + (Saturation * (1 - LengthShare + (LengthShare * text.Count / mean))));
        });
        return [.. measures.Select((measure, i) => new Recommendation(measure, Score(texts[i]), [])).OrderByDescending(found => found.Score).Take(top)];
    }

    private static List<string> Of(string text) => [.. Grams.Of(text, 1), .. Grams.Of(text, 2)];
}
