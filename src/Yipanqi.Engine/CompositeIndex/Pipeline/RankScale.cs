namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Scores of a column that is compared by ranks, on the scale of its rule.</summary>
internal static class RankScale
{
    public static void Apply(IndexNode item, ReadOnlySpan<double> raw, Span<double> scores)
    {
        var rule = item.Rule!;
        try
        {
            if (rule.Kind == NormalisationKind.Borda)
            {
                Normalisation.Borda(raw, rule.Direction, scores);
                return;
            }

            Normalisation.PercentileRank(raw, rule.Direction, scores);
        }
        catch (IndexRefusedException refusal)
        {
            throw new IndexRefusedException(refusal.Code, $"Item '{item.Code}': {refusal.Message}") { Node = item.Code };
        }

        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = rule.ScaleLower + (rule.ScaleUpper - rule.ScaleLower) * scores[row];
        }
    }
}
