using System.Text.Json.Nodes;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Tool.Cases;

/// <summary>The methods a case may name, each from its input to its result.</summary>
internal static partial class CaseMethods
{
    private static readonly Dictionary<string, Func<CaseInput, JsonNode?>> Table = new()
    {
        ["arithmetic_mean"] = input => MeanOf(input, Mean.Arithmetic),
        ["geometric_mean"] = input => MeanOf(input, Mean.Geometric),
        ["harmonic_mean"] = input => MeanOf(input, Mean.Harmonic),
        ["normalise_minmax"] = input => Normalised(input, (x, d, y) => Normalisation.MinMax(x, d, 0, 1, y)),
        ["normalise_sum"] = input => Normalised(input, Normalisation.Sum),
        ["normalise_max"] = input => Normalised(input, Normalisation.Max),
        ["normalise_vector"] = input => Normalised(input, Normalisation.Vector),
        ["normalise_linear"] = input => Normalised(input, Normalisation.Linear),
        ["normalise_minmax_0_100"] = input => NormalisedColumn(input, (x, d, y) => Normalisation.MinMax(x, d, 0, 100, y)),
        ["normalise_zscore_0_1"] = input => NormalisedColumn(input, (x, d, y) => Normalisation.ZScore(x, d, 0, 1, y)),
        ["normalise_percentile_rank"] = input => NormalisedColumn(input, Normalisation.PercentileRank),
        ["equal"] = input => CaseResult.List(Weights.Equal(input.Matrix().Columns)),
        ["entropy"] = input => CaseResult.List(ObjectiveWeights.Entropy(input.Matrix())),
        ["critic"] = input => CaseResult.List(ObjectiveWeights.Critic(input.Matrix())),
        ["critic_direction_aware"] = input => Directed(input, ObjectiveWeights.CriticDirectionAware),
        ["critic_spearman"] = input => CaseResult.List(ObjectiveWeights.CriticSpearman(input.Matrix())),
        ["critic_without_minmax"] = input => CaseResult.List(ObjectiveWeights.CriticWithoutMinMax(input.Matrix())),
        ["standard_deviation"] = input => CaseResult.List(ObjectiveWeights.StandardDeviation(input.Matrix())),
        ["coefficient_of_variation"] = input => CaseResult.List(ObjectiveWeights.CoefficientOfVariation(input.Matrix())),
        ["statistical_variance_of_minmax"] = input => CaseResult.List(ObjectiveWeights.StatisticalVariance(input.Matrix())),
        ["gini"] = input => CaseResult.List(ObjectiveWeights.Gini(input.Matrix())),
        ["merec"] = input => Directed(input, ObjectiveWeights.Merec),
        ["entropy+critic+std+cv"] = WeightsOfFile,
        ["ahp"] = Judged,
        ["ahp_two_level_synthesis"] = input => CaseResult.List(
            Ahp.Synthesise(JudgementMatrix.FromRows(input.Rows("criteria_matrix")), input.JudgementMatrices("alternative_matrices"))),
        ["topsis_vector"] = input => Ranked(input, Topsis.OnVectorNorm),
        ["topsis_minmax"] = input => Ranked(input, Topsis.OnMinMax),
        ["topsis_without_normalisation"] = input => Ranked(input, Topsis.OnRawFigures),
        ["coupling_coordination"] = Coupled,
        ["pearson"] = input => CaseResult.Number(Correlation.Pearson(input.Numbers("x"), input.Numbers("y"))),
        ["spearman"] = input => CaseResult.Number(Correlation.Spearman(input.Numbers("x"), input.Numbers("y"))),
        ["kendall_tau_b"] = input => CaseResult.Number(Correlation.KendallTauB(input.Numbers("x"), input.Numbers("y"))),
        ["sample_skewness_kurtosis_type2"] = Shaped,
        ["winsorise_then_log_CT"] = Treated,
    };

    /// <summary>Names of the methods.</summary>
    public static IEnumerable<string> Names => Table.Keys;

    /// <summary>Evaluates one method.</summary>
    /// <exception cref="InputRefusedException">The method is unknown or its input is not as it must be.</exception>
    /// <exception cref="IndexRefusedException">The method has no result for this input.</exception>
    public static JsonNode? Evaluate(string method, CaseInput input) =>
        Table.TryGetValue(method, out var evaluate)
            ? evaluate(input)
            : throw new InputRefusedException($"The method \"{method}\" is not one of those a case may name: {string.Join(", ", Names)}.");
}
