using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Tests.Support;

namespace Yipanqi.Engine.Tests.CompositeIndex;

/// <summary>The whole pipeline against tables made by COINr.</summary>
public class IndexPipelineReferenceTests
{
    [Theory]
    [InlineData("asem/metadata.csv", "asem/raw_data.csv", "asem/s1_normalised_minmax_0_100.csv", "asem/s1_aggregated_amean.csv", null)]
    [InlineData("asem/metadata.csv", "asem/raw_data.csv", "asem/s1_normalised_minmax_0_100.csv", "asem/s1_aggregated_amean_custom_weights.csv", "asem/weights_custom.csv")]
    [InlineData("asem/metadata.csv", "asem/s2_imputed_group_mean.csv", "asem/s2_normalised_minmax_0_100.csv", "asem/s2_aggregated_amean.csv", null)]
    [InlineData("asem/metadata.csv", "asem/s2_imputed_group_mean.csv", "asem/s2_normalised_minmax_0_100.csv", "asem/s2_aggregated_amean_custom_weights.csv", "asem/weights_custom.csv")]
    [InlineData("synth46/hierarchy.csv", "synth46/items.csv", "synth46/normalised_minmax_0_100.csv", "synth46/aggregated_amean.csv", null)]
    public void Normalised_items_and_all_levels_agree(string tree, string data, string normalised, string aggregated, string? weights)
    {
        var structure = Structure(tree, code => weights is null ? Reference.Read(tree, "iCode").Number(code, "Weight") : Reference.Read(weights, "iCode").Number(code, "Weight"));
        var expected = Reference.Read(aggregated);
        var raw = Reference.Read(data);
        var scores = new IndexScores(structure, expected.Codes.Count, keepItems: true);

        new IndexPipeline(structure).Run([.. Items(structure).Select(item => raw.Numbers(item, expected.Codes))], scores);

        foreach (var (code, node) in structure.Nodes.Select((n, at) => (n.Code, at)))
        {
            var table = node < structure.ItemCount ? Reference.Read(normalised) : expected;
            scores.Of(node).ToArray().ShouldAgreeWith(table.Numbers(code, expected.Codes), code);
        }
    }

    [Fact]
    public void Equal_weights_agree()
    {
        var structure = Structure("synth46/hierarchy.csv", _ => 1);
        var expected = Reference.Read("synth46/aggregated_amean_equal_weights.csv");
        var raw = Reference.Read("synth46/items.csv");
        var scores = new IndexScores(structure, expected.Codes.Count, keepItems: false);

        new IndexPipeline(structure).Run([.. Items(structure).Select(item => raw.Numbers(item, expected.Codes))], scores);

        scores.Of(structure.Root).ToArray().ShouldAgreeWith(expected.Numbers("Index"));
        scores.Of(0).Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("asem/effective_weights_equal.csv")]
    [InlineData("asem/effective_weights_custom.csv")]
    public void Effective_weights_agree(string file)
    {
        var expected = Reference.Read(file, "iCode");
        var structure = Structure("asem/metadata.csv", code => expected.Number(code, "Weight"));

        expected.Codes.Count.ShouldBe(structure.Nodes.Count);
        foreach (var code in expected.Codes)
        {
            structure.EffectiveWeights[structure.Find(code)].ShouldAgreeWith(expected.Number(code, "EffWeight"), code);
        }
    }

    private static IEnumerable<string> Items(IndexStructure structure) => structure.Nodes.Take(structure.ItemCount).Select(n => n.Code);

    private static IndexStructure Structure(string file, Func<string, double> weight)
    {
        var tree = Reference.Read(file, "iCode");
        return IndexStructure.Build([.. tree.Codes.Where(code => tree.Text(code, "Level") != "").Select(code => new IndexNode(code, tree.Text(code, "Parent"), weight(code))
        {
            Rule = tree.Text(code, "Level") == "1" ? ItemRule.MinMax((Direction)int.Parse(tree.Text(code, "Direction"))) : null,
        })]);
    }
}
