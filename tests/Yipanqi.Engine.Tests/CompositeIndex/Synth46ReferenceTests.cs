using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

/// <summary>30 units and 46 items with ties, missing cells and costs.</summary>
public class Synth46ReferenceTests
{
    private static readonly Reference Hierarchy = Reference.Read("synth46/hierarchy.csv", "iCode");

    [Fact]
    public void Items_scaled_by_min_max_agree()
    {
        var items = Reference.Read("synth46/items.csv");
        var expected = Reference.Read("synth46/normalised_minmax_0_100.csv");

        foreach (var item in expected.ColumnsWithout("uCode"))
        {
            var column = items.Numbers(item, expected.Codes);
            Normalisation.MinMax(column, (Direction)Hierarchy.Number(item, "Direction"), 0, 100, column);
            column.ShouldAgreeWith(expected.Numbers(item), item);
        }
    }

    [Fact]
    public void Coupling_of_party_and_business_dimensions_agrees()
    {
        var scores = Reference.Read("synth46/aggregated_amean.csv");
        var expected = Reference.Read("synth46/coupling_D1D2_vs_D3D4D5_a0.5.csv");

        foreach (var unit in expected.Codes)
        {
            var party = Track(scores, unit, "D1", "D2");
            var business = Track(scores, unit, "D3", "D4", "D5");

            var result = CouplingCoordination.Classical(party, business);

            party.ShouldAgreeWith(expected.Number(unit, "U1_party"), unit);
            business.ShouldAgreeWith(expected.Number(unit, "U2_business"), unit);
            (result.Coupling ?? double.NaN).ShouldAgreeWith(expected.Number(unit, "C"), unit);
            (result.Development ?? double.NaN).ShouldAgreeWith(expected.Number(unit, "T"), unit);
            (result.Degree ?? double.NaN).ShouldAgreeWith(expected.Number(unit, "D"), unit);
            result.Grade?.ChineseName().ShouldBe(expected.Text(unit, "level"), unit);
        }
    }

    private static double Track(Reference scores, string unit, params string[] dimensions) =>
        Mean.Arithmetic(
            [.. dimensions.Select(dimension => scores.Number(unit, dimension))],
            [.. dimensions.Select(dimension => Hierarchy.Number(dimension, "Weight"))]) / 100;
}
