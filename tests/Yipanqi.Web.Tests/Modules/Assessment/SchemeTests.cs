using System.Text;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Assessment;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class SchemeTests
{
    [Fact]
    public void Ships_with_five_dimensions_fifteen_indicators_and_forty_six_items_of_equal_tracks()
    {
        var structure = SchemeStructure.Build(DefaultScheme.Definition);

        structure.ItemCount.ShouldBe(46);
        structure.Levels.Count(l => l == 2).ShouldBe(15);
        structure.Children(structure.Root).ToArray().Select(d => (structure.Nodes[d].Code, structure.EffectiveWeights[d])).ShouldBe(
            [("A", .125), ("B", .125), ("C", .125), ("D", .125), ("E", .5)]);
        structure.EffectiveWeights[structure.Find("E3.2")].ShouldBe(.5 / 6, 1e-15);
        DefaultScheme.Definition.Nodes.Where(n => n.Item is not null).ShouldAllBe(n => n.Item!.Definition.Length > 5 && n.Item.Pool != PoolOver.None);
        SchemeCheck.Check(DefaultScheme.Definition).Concat(IndicatorLint.Check(DefaultScheme.Definition)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("A1.2", .5, 1, Direction.Benefit, FigureKind.Ratio)]
    [InlineData("A1.4", .5, 1, Direction.Benefit, FigureKind.MinHop)]
    [InlineData("A2.4", 60, 7, Direction.Cost, FigureKind.Median)]
    [InlineData("B2.3", 2, 4.5, Direction.Benefit, FigureKind.Mean)]
    [InlineData("D2.2", .3, 0, Direction.Cost, FigureKind.Ratio)]
    [InlineData("E2.1", 50, 95, Direction.Benefit, FigureKind.Mean)]
    [InlineData("E3.1", -.1, .15, Direction.Benefit, FigureKind.Difference)]
    [InlineData("E3.2", 8, 2, Direction.Cost, FigureKind.Median)]
    public void Keeps_floor_target_and_kind_of_each_item(string code, double floor, double target, Direction direction, FigureKind kind)
    {
        var item = DefaultScheme.Definition.Nodes.Single(n => n.Code == code).Item!;

        (item.Floor, item.Target, item.Direction, item.Kind).ShouldBe((floor, target, direction, kind));
    }

    [Fact]
    public void Comes_back_from_json_and_from_a_workbook_as_the_same_bytes()
    {
        var canonical = SchemeJson.Write(DefaultScheme.Definition);
        using var workbook = new MemoryStream();
        XlsxWriter.Write(workbook, "方案", SchemeTable.Columns, SchemeTable.Rows(DefaultScheme.Definition));

        var nodes = SchemeTable.Read(TableReader.Read(workbook.ToArray(), "方案.xlsx").Value, SchemeScaling.Goalposts);

        SchemeJson.Write(SchemeJson.Read(SchemeJson.WriteReadable(DefaultScheme.Definition))).ShouldBe(canonical);
        nodes.Refusals.ShouldBeEmpty();
        SchemeJson.Write(DefaultScheme.Definition with { Nodes = nodes.Value }).ShouldBe(canonical);
    }

    [Fact]
    public void Keeps_the_supplier_in_a_workbook_by_its_name_and_in_json_with_its_unit()
    {
        var definition = SmallScheme();
        var item = definition.Nodes[^1];
        definition = definition with { Nodes = [.. definition.Nodes.SkipLast(1), item with { Item = item.Item! with { Supplier = "政务服务局", SupplierId = Guid.NewGuid() } }] };
        using var workbook = new MemoryStream();
        XlsxWriter.Write(workbook, "方案", SchemeTable.Columns, SchemeTable.Rows(definition));

        var nodes = SchemeTable.Read(TableReader.Read(workbook.ToArray(), "方案.xlsx").Value, SchemeScaling.Goalposts);

        (nodes.Value[^1].Item!.Supplier, nodes.Value[^1].Item!.SupplierId).ShouldBe(("政务服务局", null));
        SchemeJson.Write(SchemeJson.Read(SchemeJson.WriteReadable(definition))).ShouldBe(SchemeJson.Write(definition));
    }

    [Theory]
    [InlineData("学习时长", "国办函〔2026〕12号")]
    [InlineData("党员平台登录率", "指尖上的形式主义")]
    [InlineData("信息报送篇数", "整治形式主义为基层减负若干规定")]
    [InlineData("召开会议次数", "整治形式主义为基层减负若干规定")]
    public void Is_not_published_with_an_item_that_scores_traces(string name, string clause)
    {
        var scheme = SmallScheme();
        var traced = scheme with { Nodes = [.. scheme.Nodes.Select(n => n.Code == "P2" ? n with { Name = name } : n)] };

        var refusal = IndicatorLint.Check(traced).First();

        refusal.Field.ShouldBe("P2");
        refusal.Message.ShouldContain(clause);
    }

    [Fact]
    public void Lets_statutory_organisation_life_pass()
    {
        var scheme = SmallScheme();
        var statutory = scheme with { Nodes = [.. scheme.Nodes.Select(n => n.Code == "P2" ? n with { Name = "三会一课会议次数达标率" } : n)] };

        IndicatorLint.Check(statutory).ShouldBeEmpty();
    }

    [Fact]
    public void Names_the_node_and_the_remedy_in_every_refusal()
    {
        var scheme = SmallScheme();

        Refusal(With(n => n.Code == "P2" ? n with { Code = "P1" } : n)).ShouldBe("节点 P1：代码重复，请改其中一个。");
        Refusal(With(n => n.Code == "P2" ? n with { Parent = "X" } : n)).ShouldBe("节点 P2：所写的上级不存在，请补上该节点或改正代码。");
        Refusal(With(n => n.Code == "P2" ? n with { Weight = -1 } : n)).ShouldBe("节点 P2：权重要是 0 或正数。");
        Refusal(With(n => n.Code == "P" ? n with { Parent = "B" } : n.Code == "B" ? n with { Parent = "P" } : n)).ShouldContain("上下级绕成了圈");
        Refusal(With(n => n.Code == "B" ? n with { Parent = "P1" } : n)).ShouldBe("节点 P：同级节点之下层数不同，请补一层或减一层，使层数相同。");
        Refusal(With(n => n.Code == "P1" ? n with { Item = n.Item! with { Floor = 2 } } : n)).ShouldContain("底线与目标的先后和方向不符");
        Refusal(With(n => n.Item is null ? n with { Aggregation = AggregationKind.Geometric } : n)).ShouldContain("1–100 的量程");
        Refusal(With(n => n.Code == "P" ? n with { Aggregation = AggregationKind.Harmonic } : n)).ShouldContain("同一层节点的合成方法须相同");
        SchemeCheck.Check(With(n => n.Item is null ? n with { Aggregation = AggregationKind.Geometric } : n) with { LeastScore = 1 }).ShouldBeEmpty();

        SchemeDefinition With(Func<SchemeNode, SchemeNode> change) => scheme with { Nodes = [.. scheme.Nodes.Select(change)] };
        static string Refusal(SchemeDefinition definition) => SchemeCheck.Check(definition).First().Message;
    }

    [Fact]
    public async Task Is_frozen_once_published_and_goes_on_as_the_next_version()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var import = new ImportScheme(ground.Database.UnitOfWork, ground.Clock);
        var first = await ground.PublishSchemeAsync(SmallScheme());

        var same = await import.RunAsync(ground.Lead, SmallScheme(), default);
        var changed = await import.RunAsync(ground.Lead, SmallScheme() with { Name = "改名" }, default);
        var lines = await new SchemesQuery(ground.Database.UnitOfWork).AllAsync(ground.Lead, SchemeFilter.None, default);
        var byReader = await import.RunAsync(ground.Committee.FirstOfficer, SmallScheme() with { Name = "他改" }, default);

        same.Value.ShouldBe(first);
        changed.Value.ShouldNotBe(first);
        lines.Select(l => (l.Number, l.Name, l.Status)).ShouldBe([(2, "改名", SchemeStatus.Draft), (1, "小方案", SchemeStatus.Published)]);
        byReader.Refusals.Single().Code.ShouldBe("scheme.denied");
        (await new SchemesQuery(ground.Database.UnitOfWork).AllAsync(ground.Committee.FirstOfficer, SchemeFilter.None, default)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"code\":\"x\",\"nodes\":[{\"code\":3}]}")]
    [InlineData("{\"code\":\"x\",\"nodes\":null}")]
    [InlineData("{\"code\":\"x\",\"nodes\":[null]}")]
    [InlineData("{\"code\":\"x\",\"surprise\":1,\"nodes\":[]}")]
    [InlineData("{")]
    public async Task Refuses_a_file_that_is_no_scheme(string json)
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);

        var outcome = await new ImportScheme(ground.Database.UnitOfWork, ground.Clock)
            .RunAsync(ground.Lead, new ImportScheme.Input("x.json", Encoding.UTF8.GetBytes(json), null), default);

        outcome.Refusals.Single().Code.ShouldBe("scheme.json");
    }

    [Theory]
    [InlineData("学习平台日活率")]
    [InlineData("公众号关注人数")]
    [InlineData("关注“示范先锋”公众号")]
    [InlineData("党员教育 APP 安装情况")]
    [InlineData("单位微信关注情况")]
    [InlineData("安装学习强国")]
    [InlineData("获上级领导批示数")]
    public void Calls_a_trace_a_trace(string name) => IndicatorLint.Of(name, "").ShouldHaveSingleItem();

    [Theory]
    [InlineData("开展主题党日活动")]
    [InlineData("密切关注党员思想动态，关注困难群众")]
    [InlineData("老旧小区安装电梯")]
    [InlineData("贯彻落实上级重要指示批示精神")]
    public void Does_not_call_work_a_trace_for_a_word_it_shares(string name) => IndicatorLint.Of(name, "").ShouldBeEmpty();
}
