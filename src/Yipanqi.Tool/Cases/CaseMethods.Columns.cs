using System.Text.Json.Nodes;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool.Cases;

/// <content>Methods of columns: means, scales, weights, treatment.</content>
internal static partial class CaseMethods
{
    private delegate double MeanMethod(ReadOnlySpan<double> values, ReadOnlySpan<double> weights);

    private delegate void ScaleMethod(ReadOnlySpan<double> x, Direction d, Span<double> y);

    private delegate double[] DirectedWeights(Matrix matrix, ReadOnlySpan<Direction> directions);

    private static JsonNode? MeanOf(CaseInput input, MeanMethod mean)
    {
        var x = input.Numbers("x");
        return CaseResult.Number(mean(x, input.NumbersOrOnes("w", x.Length)));
    }

    private static JsonArray Normalised(CaseInput input, ScaleMethod scale)
    {
        var matrix = input.Matrix();
        var directions = input.Directions(matrix.Columns);
        for (var j = 0; j < matrix.Columns; j++)
        {
            scale(matrix.Column(j), directions[j], matrix.Column(j));
        }

        return CaseResult.Rows(matrix.ToRows());
    }

    private static JsonArray NormalisedColumn(CaseInput input, ScaleMethod scale)
    {
        var values = input.Numbers("values");
        scale(values, input.Direction(), values);
        return CaseResult.List(values);
    }

    private static JsonArray Directed(CaseInput input, DirectedWeights weights)
    {
        var matrix = input.Matrix();
        return CaseResult.List(weights(matrix, input.Directions(matrix.Columns)));
    }

    private static JsonObject WeightsOfFile(CaseInput input)
    {
        var matrix = input.FileColumns();
        return new JsonObject
        {
            ["entropy"] = CaseResult.List(ObjectiveWeights.Entropy(matrix)),
            ["critic"] = CaseResult.List(ObjectiveWeights.Critic(matrix)),
            ["standard_deviation"] = CaseResult.List(ObjectiveWeights.StandardDeviation(matrix)),
            ["coefficient_of_variation"] = CaseResult.List(ObjectiveWeights.CoefficientOfVariation(matrix)),
        };
    }

    private static JsonObject Shaped(CaseInput input)
    {
        var shape = DistributionShape.Of(
            input.Numbers("values"),
            input.Number("skew_threshold", DistributionShape.SkewnessThreshold),
            input.Number("kurtosis_threshold", DistributionShape.KurtosisThreshold));
        return new JsonObject
        {
            ["skewness"] = CaseResult.Number(shape.Skewness),
            ["excess_kurtosis"] = CaseResult.Number(shape.ExcessKurtosis),
            ["passes"] = shape.Passes,
        };
    }

    private static JsonObject Treated(CaseInput input)
    {
        var mostPoints = input.Number("winmax", 5);
        var treated = OutlierTreatment.WinsoriseThenLog(
            input.Numbers("values"),
            double.IsNaN(mostPoints) ? int.MaxValue : (int)mostPoints,
            input.Number("skew_threshold", DistributionShape.SkewnessThreshold),
            input.Number("kurtosis_threshold", DistributionShape.KurtosisThreshold));
        var result = new JsonObject { ["values"] = CaseResult.List(treated.Values) };
        Add(result, 0, treated.Before);
        result["nwin"] = treated.WinsorisedCount;
        Add(result, 1, treated.Winsorised);
        if (treated.Logged is { } logged)
        {
            Add(result, 2, logged);
        }

        result["points"] = CaseResult.Texts(treated.Points.Select(point => PointWord(point, treated.Logged is not null)));
        return result;
    }

    private static void Add(JsonObject result, int step, DistributionShape shape)
    {
        result[$"p{step}"] = shape.Passes;
        result[$"s{step}"] = CaseResult.Number(shape.Skewness);
        result[$"k{step}"] = CaseResult.Number(shape.ExcessKurtosis);
    }

    private static string PointWord(TreatedPoint point, bool logged)
    {
        var word = point switch { TreatedPoint.WinsorisedHigh => "winhi", TreatedPoint.WinsorisedLow => "winlo", _ => "" };
        return logged ? $"{word}+log_CT" : word;
    }
}
