using System.Text.Json.Nodes;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool.Cases;

/// <content>Methods of judgements and units: AHP, TOPSIS, coupling.</content>
internal static partial class CaseMethods
{
    private delegate TopsisResult TopsisMethod(Matrix matrix, ReadOnlySpan<double> weights, ReadOnlySpan<Direction> directions);

    private static JsonObject Judged(CaseInput input)
    {
        var matrix = JudgementMatrix.FromRows(input.Rows("matrix"));
        var solution = Ahp.Solve(matrix);
        var ratios = new JsonObject();
        foreach (var table in RandomIndexTable.All)
        {
            ratios[table.Name] = matrix.Size <= table.LargestSize ? CaseResult.Number(solution.ConsistencyRatio(table)) : null;
        }

        return new JsonObject
        {
            ["weights_eigenvector"] = CaseResult.List(solution.Eigenvector),
            ["weights_geometric_mean"] = CaseResult.List(solution.GeometricMean),
            ["weights_column_normalised_mean"] = CaseResult.List(solution.ColumnNormalisedMean),
            ["lambda_max"] = solution.LambdaMax,
            ["lambda_max_from_column_mean_weights"] = Ahp.LambdaFrom(matrix, solution.ColumnNormalisedMean),
            ["lambda_max_from_geometric_weights"] = Ahp.LambdaFrom(matrix, solution.GeometricMean),
            ["CI"] = solution.ConsistencyIndex,
            ["CR"] = ratios,
        };
    }

    private static JsonObject Ranked(CaseInput input, TopsisMethod topsis)
    {
        var matrix = input.Matrix();
        var result = topsis(matrix, input.NumbersOrOnes("weights", matrix.Columns), input.Directions(matrix.Columns));
        return new JsonObject
        {
            ["d_plus"] = CaseResult.List(result.ToIdeal),
            ["d_minus"] = CaseResult.List(result.ToAntiIdeal),
            ["closeness"] = CaseResult.List(result.Closeness),
            ["rank"] = CaseResult.Integers(result.Ranks),
        };
    }

    private static JsonObject Coupled(CaseInput input)
    {
        var result = CouplingCoordination.Classical(
            [input.Number("U1"), input.Number("U2")], [input.Number("a", 0.5), input.Number("b", 0.5)]);
        return new JsonObject
        {
            ["C"] = CaseResult.Number(result.Coupling),
            ["T"] = CaseResult.Number(result.Development),
            ["D"] = CaseResult.Number(result.Degree),
            ["level"] = result.Grade?.ChineseName(),
        };
    }
}
