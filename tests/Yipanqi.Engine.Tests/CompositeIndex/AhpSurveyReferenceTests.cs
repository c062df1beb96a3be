using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

/// <summary>Pairwise answers of 15 respondents about five attributes.</summary>
public class AhpSurveyReferenceTests
{
    private static readonly string[] Attributes = ["cult", "fam", "house", "jobs", "trans"];
    private static readonly Reference Answers = Reference.Read("ahp_survey/city_comparisons_1_15.csv", "respondent");
    private static readonly JudgementMatrix[] Matrices = [.. Answers.Codes.Select(Matrix)];

    [Fact]
    public void Weights_and_consistency_of_every_respondent_agree()
    {
        var expected = Reference.Read("ahp_survey/city_results_1_15.csv", "respondent");

        for (var k = 0; k < Matrices.Length; k++)
        {
            var respondent = Answers.Codes[k];
            var solution = Ahp.Solve(Matrices[k]);

            solution.Eigenvector.ShouldAgreeWith(Expected("w_eigen_"), respondent);
            solution.GeometricMean.ShouldAgreeWith(Expected("w_geometric_"), respondent);
            solution.ColumnNormalisedMean.ShouldAgreeWith(Expected("w_column_mean_"), respondent);
            solution.LambdaMax.ShouldAgreeWith(expected.Number(respondent, "lambda_max"), respondent);
            solution.ConsistencyIndex.ShouldAgreeWith(expected.Number(respondent, "CI"), respondent);
            solution.ConsistencyRatio(RandomIndexTable.Saaty1980).ShouldAgreeWith(expected.Number(respondent, "CR_RI_1.12"), respondent);
            solution.ConsistencyRatio(RandomIndexTable.AhpsurveySimulated).ShouldAgreeWith(expected.Number(respondent, "CR_RI_1.1081014"), respondent);

            double[] Expected(string method) => [.. Attributes.Select(attribute => expected.Number(respondent, method + attribute))];
        }
    }

    [Fact]
    public void Judgement_of_the_group_agrees()
    {
        var expected = Reference.Read("ahp_survey/city_group_judgement_geometric_1_15.csv", "attribute");

        var group = JudgementMatrix.OfGroup(Matrices);

        for (var i = 0; i < Attributes.Length; i++)
        {
            for (var j = 0; j < Attributes.Length; j++)
            {
                group[i, j].ShouldAgreeWith(expected.Number(Attributes[i], Attributes[j]), $"{Attributes[i]} {Attributes[j]}");
            }
        }
    }

    [Fact]
    public void Weights_of_the_group_agree_by_judgements_and_by_priorities()
    {
        var expected = Reference.Read("ahp_survey/city_group_weights_1_15.csv", "attribute");

        Ahp.Solve(JudgementMatrix.OfGroup(Matrices)).Eigenvector
            .ShouldAgreeWith(expected.Numbers("weight_AIJ_geometric_judgements_eigenvector", Attributes));
        Ahp.GroupPriorities(Matrices)
            .ShouldAgreeWith(expected.Numbers("weight_AIP_arithmetic_mean_of_eigenvector_weights", Attributes));
        Ahp.GroupPrioritiesGeometric(Matrices)
            .ShouldAgreeWith(expected.Numbers("weight_AIP_geometric_mean_of_eigenvector_weights_renormalised", Attributes));
    }

    // A code −k says that the attribute named first is k times as important, +k the reverse.
    private static JudgementMatrix Matrix(string respondent) =>
        JudgementMatrix.FromUpperTriangle(
            Attributes.Length,
            [.. Answers.ColumnsWithout("respondent").Select(pair => Answers.Number(respondent, pair)).Select(code => code < 0 ? -code : 1 / code)]);
}
