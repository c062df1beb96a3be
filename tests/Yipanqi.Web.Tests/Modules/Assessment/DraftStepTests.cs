using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class DraftStepTests
{
    private static readonly SchemeDefinition Default = DefaultScheme.Definition;

    [Fact]
    public void Adds_a_node_with_a_code_in_the_manner_of_its_siblings_and_their_weight()
    {
        var dimension = Done(new AddNode("ROOT", "新维度", false, Track.Party), Default);
        var indicator = Done(new AddNode("A", "新指标", false), Default);
        var item = Done(new AddNode("A1", "新项目", true), Default);

        Last(dimension).ShouldBe(("F", "ROOT", 12.5, Track.Party));
        Last(indicator).ShouldBe(("A4", "A", 1.0, Track.None));
        Last(item).ShouldBe(("A1.5", "A1", 1.0, Track.None));
        item.Nodes[^1].Item!.Pool.ShouldBe(PoolOver.Party);
        SchemeCheck.Check(item).ShouldBeEmpty();
        Refused(new AddNode("A1.1", "下级", true), Default).ShouldContain("计分项目");
        Refused(new AddNode("A1", " ", true), Default).ShouldContain("请写名称");
    }

    [Fact]
    public void Sets_limits_of_the_levels_or_says_which_of_them_cannot_be()
    {
        SaveSettings With(string score, string coordination, string gap, string fall) => new(Default.Name, Default.NotReported, true, 0, [],
            new(SchemeThresholds.Parse(score), SchemeThresholds.Parse(coordination), SchemeThresholds.Parse(gap), SchemeThresholds.Parse(fall)));

        var milder = Done(With("75、65，55", "0.6 0.5 0.4", "20/30", "10,20"), Default);
        milder.Limits.Score.ShouldBe(new(75, 65, 55, LevelThresholds.Default.Score.Clause));
        milder.Limits.Gap.ShouldBe(new(20, 30, null, LevelThresholds.Default.Gap.Clause));
        SchemeJson.Read(SchemeJson.Write(milder)).Thresholds.ShouldBe(milder.Thresholds);
        Done(With("80、70、60", "0.7、0.6、0.5", "15、25", "8、15"), milder).Thresholds.ShouldBeNull();
        Refused(With("60、70、80", "0.7、0.6、0.5", "15、25", "8、15"), Default).ShouldContain("综合得分的界线");
        Refused(With("80、70、60", "7、6、5", "15、25", "8、15"), Default).ShouldContain("协调度 D 的界线");
        Refused(With("80、70、60", "0.7、0.6、0.5", "15", "8、15"), Default).ShouldContain("两轨差的界线");
        Refused(With("80、70、60", "0.7、0.6、0.5", "15、25", "八、十五"), Default).ShouldContain("比上季下降的界线");
        SchemeCheck.Check(Default with { Thresholds = new([80, 70], [], [15, 25], [8, 15]) }).Count.ShouldBe(2);
    }

    [Fact]
    public void Removes_a_node_with_all_below_and_whatever_names_it()
    {
        var after = Done(new RemoveNode("E1"), Default);

        after.Nodes.Count.ShouldBe(Default.Nodes.Count - 4);
        after.Nodes.Single(n => n.Code == "E3.1").ReleasesTo.ShouldBe(["E2"]);
        Refused(new RemoveNode("ROOT"), Default).ShouldContain("总节点");
        Refused(new RemoveNode("X"), Default).ShouldContain("没有节点 X");
    }

    [Fact]
    public void Copies_a_node_with_all_below_under_codes_of_their_own()
    {
        var after = Done(new CopyNode("A1"), Default);

        after.Nodes.Skip(Default.Nodes.Count).Select(n => (n.Code, n.Parent)).ShouldBe([("A4", "A"), ("A4.1", "A4"), ("A4.2", "A4"), ("A4.3", "A4"), ("A4.4", "A4")]);
        SchemeCheck.Check(after).ShouldBeEmpty();
    }

    [Fact]
    public void Moves_a_node_but_not_below_itself_nor_below_an_item()
    {
        var after = Done(new MoveNode("A1.1", "B1"), Default);

        after.Nodes.Single(n => n.Code == "A1.1").Parent.ShouldBe("B1");
        Refused(new MoveNode("A", "A1"), Default).ShouldContain("不能移到这里");
        Refused(new MoveNode("A1", "B1.1"), Default).ShouldContain("不能移到这里");
        Done(new ShiftNode("B", true), Default).Nodes.Where(n => n.Parent == "ROOT").Select(n => n.Code).ShouldBe(["B", "A", "C", "D", "E"]);
        Refused(new ShiftNode("A", true), Default).ShouldContain("最前");
    }

    [Fact]
    public void Changes_a_code_everywhere_it_stands()
    {
        var node = Default.Nodes.Single(n => n.Code == "E1");

        var after = Done(new SaveNode("E1", node with { Code = "E9" }), Default);

        after.Nodes.Count(n => n.Parent == "E9").ShouldBe(3);
        after.Nodes.Single(n => n.Code == "E3.1").ReleasesTo.ShouldContain("E9");
        SchemeCheck.Check(after).ShouldBeEmpty();
        Refused(new SaveNode("E1", node with { Code = "E2" }), Default).ShouldContain("已用于另一个节点");
    }

    [Fact]
    public void Takes_weights_by_hand_for_fixed_and_refuses_what_is_none()
    {
        var equal = Done(new TakeWeights("ROOT", Track.Party, WeightMethod.Equal), Default);

        var after = Done(new SetWeights(new Dictionary<string, double> { ["A"] = 20 }), equal);

        equal.Weightings!.Single().Method.ShouldBe(WeightMethod.Equal);
        after.Weightings.ShouldBeNull();
        Refused(new SetWeights(new Dictionary<string, double> { ["A"] = -1 }), Default).ShouldContain("A“谋划与责任”的权重");
        Refused(new SetWeights(new Dictionary<string, double> { ["A"] = double.NaN }), Default).ShouldContain("权重");
    }

    [Fact]
    public void Keeps_the_shares_of_the_tracks_by_whatever_method()
    {
        var experts = Done(new KeepJudgement("ROOT", Track.Party, null, new("专家一", 1, [2, 3, 1, 2, -2, -3])), Default);

        var after = Done(new TakeWeights("ROOT", Track.Party, WeightMethod.Ahp), experts);

        after.Nodes.Where(n => n.Parent == "ROOT" && n.Track == Track.Party).Select(n => n.Weight).ShouldBe([17.545645, 9.453021, 5.45569, 17.545644]);
        SchemeTree.Balance(after).IsEqual.ShouldBeTrue();
        SubmissionCheck.Of(after).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_undone_one_after_another_back_to_the_beginning(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var id = await ground.DraftSchemeAsync(SmallScheme());
        var (edit, undo) = (new EditDraft(ground.Database.UnitOfWork, ground.Clock), new UndoEdit(ground.Database.UnitOfWork, ground.Clock));
        foreach (var step in new DraftStep[] { new RemoveNode("P2"), new AddNode("B", "新项目", true) })
        {
            (await edit.RunAsync(ground.Colleague, new(id, await Version(ground, id), step), default)).IsDone.ShouldBeTrue();
        }

        var first = await undo.RunAsync(ground.Colleague, new(id, await Version(ground, id)), default);
        var second = await undo.RunAsync(ground.Colleague, new(id, await Version(ground, id)), default);
        var third = await undo.RunAsync(ground.Colleague, new(id, await Version(ground, id)), default);

        (first.Value, second.Value).ShouldBe(("新增 B2“新项目”", "移除 P2“指标P2”"));
        third.Refusals.Single().Code.ShouldBe("draft.undo");
        SchemeJson.Write((await ground.Schemes.FindAsync(ground.Lead, id, default))!.Definition).ShouldBe(SchemeJson.Write(SmallScheme()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_refused_to_readers_to_the_second_of_two_and_for_what_is_no_draft(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var id = await ground.DraftSchemeAsync(SmallScheme());
        var edit = new EditDraft(ground.Database.UnitOfWork, ground.Clock);
        var read = await Version(ground, id);
        var step = new RemoveNode("P2");

        (await edit.RunAsync(ground.Committee.FirstOfficer, new(id, read, step), default)).Refusals.Single().Code.ShouldBe("scheme.denied");
        (await edit.RunAsync(ground.Lead, new(id, read, step), default)).IsDone.ShouldBeTrue();
        (await edit.RunAsync(ground.Colleague, new(id, read, new RemoveNode("P1")), default)).Refusals.Single().Code.ShouldBe("scheme.raced");
        (await edit.RunAsync(ground.Lead with { TenantId = Guid.CreateVersion7() }, new(id, read, step), default)).Refusals.Single().Code.ShouldBe("scheme.draft");
        var published = await ground.PublishSchemeAsync(SmallScheme(code: "other"));
        (await edit.RunAsync(ground.Lead, new(published, await Version(ground, published), step), default)).Refusals.Single().Code.ShouldBe("scheme.draft");
    }

    private static SchemeDefinition Done(DraftStep step, SchemeDefinition definition)
    {
        var outcome = step.Apply(definition);
        outcome.Refusals.ShouldBeEmpty();
        return outcome.Value.Definition;
    }

    private static string Refused(DraftStep step, SchemeDefinition definition) => step.Apply(definition).Refusals.First().Message;

    private static (string, string, double, Track) Last(SchemeDefinition definition) => (definition.Nodes[^1].Code, definition.Nodes[^1].Parent, definition.Nodes[^1].Weight, definition.Nodes[^1].Track);

    private static async Task<int> Version(AssessmentGround ground, Guid id) => (await ground.Schemes.FindAsync(ground.Lead, id, default))!.Review.RowVersion;
}
