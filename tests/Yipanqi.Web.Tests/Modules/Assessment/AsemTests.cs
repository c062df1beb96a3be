using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

/// <summary>A published international index, brought in by its own files, comes out with its published figures.</summary>
public sealed partial class AsemTests
{
    private const double Tolerance = 1e-9;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reaches_the_published_scores_of_every_unit_and_node(DatabaseKind kind)
    {
        await CompareAsync(kind, ReferenceFile.Bytes("asem/metadata.csv"), "asem/s1_aggregated_amean.csv");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reaches_them_with_unequal_weights_too(DatabaseKind kind)
    {
        var weights = ReferenceFile.Rows("asem/weights_custom.csv").ToDictionary(r => r["iCode"], r => r["Weight"]);
        var structure = Encoding.UTF8.GetString(ReferenceFile.Bytes("asem/metadata.csv"));
        var weighted = StructureRow().Replace(structure, m => weights.TryGetValue(m.Groups["code"].Value, out var w) ? $"{m.Groups["head"].Value},{w}," : m.Value);

        await CompareAsync(kind, Encoding.UTF8.GetBytes(weighted), "asem/s1_aggregated_amean_custom_weights.csv");
    }

    private static async Task CompareAsync(DatabaseKind kind, byte[] structure, string expectedFile)
    {
        using var ground = await FoundAsync(kind);
        var expected = ReferenceFile.Rows(expectedFile);
        var units = expected.Select(r => Unit.New(ground.Committee.TenantId, r["uCode"], r["uCode"], Track.Party, ground.Committee.Root)).ToList();
        await ground.ChangeAsync(db =>
        {
            db.AddRange(units);
            return Task.CompletedTask;
        });
        await ground.AssessAsync([.. units]);
        var scheme = await ImportSchemeAsync(ground, structure);
        await ImportRawAsync(ground, scheme);

        await ground.RunAndPublishAsync(Q3, scheme);
        var board = await ground.Board.FindAsync(ground.Lead, Q3, false, UnitTier.All, default);

        board!.Groups.Single().Organisations.Count.ShouldBe(51);
        board.Head.HasLevels.ShouldBeFalse();
        foreach (var row in expected)
        {
            var shown = board.Groups.Single().Organisations.Single(o => o.Code == row["uCode"]);
            shown.Index!.Value.ShouldBe(Number(row["Index"]), Tolerance * Math.Max(1, Number(row["Index"])));
            shown.Level.ShouldBeNull();
        }

        await CompareNodesAsync(ground, units, expected);
    }

    private static async Task CompareNodesAsync(AssessmentGround ground, List<Unit> units, List<Dictionary<string, string>> expected)
    {
        foreach (var unit in units.Where((_, i) => i % 10 == 0))
        {
            var card = await ground.Card.FindAsync(ground.Lead, unit.Id, Q3, false, default);
            var row = expected.Single(r => r["uCode"] == unit.Code);
            var nodes = card!.Dimensions.Concat(card.Dimensions.SelectMany(d => d.Children)).ToList();
            nodes.Count.ShouldBe(10);
            foreach (var node in nodes)
            {
                node.Score!.Value.ShouldBe(Number(row[node.Code]), Tolerance * Math.Max(1, Number(row[node.Code])));
            }
        }
    }

    private static async Task<Guid> ImportSchemeAsync(AssessmentGround ground, byte[] structure)
    {
        var settings = new ImportScheme.Settings("asem", "可持续互联互通", MissingPolicy.LeftOut, false, 0, SchemeScaling.MinMax);
        var scheme = await new ImportScheme(ground.Database.UnitOfWork, ground.Clock).RunAsync(ground.Colleague, new ImportScheme.Input("metadata.csv", structure, settings), default);
        scheme.Refusals.ShouldBeEmpty();
        return await ground.PublishDraftAsync(scheme.Value);
    }

    private static async Task ImportRawAsync(AssessmentGround ground, Guid scheme)
    {
        var targets = new ImportTargets([new WideObservationImport(ground.Clock, new([]))]);
        var parameters = new ImportParameters(new Dictionary<string, string> { ["quarter"] = "2026Q3", ["scheme"] = scheme.ToString() });
        var draft = await new UploadImport(ground.Database.UnitOfWork, targets, TestTables.Shared, ground.Clock)
            .RunAsync(ground.Lead, new("observations-wide", "raw_data.csv", ReferenceFile.Bytes("asem/raw_data.csv"), parameters), default);
        draft.Refusals.ShouldBeEmpty();
        (await new CommitImport(ground.Database.UnitOfWork, targets, TestTables.Shared, ground.Clock).RunAsync(ground.Lead, draft.Value, default)).Refusals.ShouldBeEmpty();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // iCode,iName,Level,Parent,Type,Direction,Weight: the name may stand in quotes with commas in it.
    [GeneratedRegex("(?m)^(?<head>(?<code>[^,\"]+),(\"[^\"]*\"|[^,\"]*),[1-4],[^,]*,(Indicator|Aggregate),-?1),1,")]
    private static partial Regex StructureRow();
}
