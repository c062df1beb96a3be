using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class SchemeChangesTests
{
    private static readonly SchemeDefinition Default = DefaultScheme.Definition;

    [Fact]
    public void Are_none_between_a_scheme_and_itself() => SchemeChanges.Of(Default, Default).AreNone.ShouldBeTrue();

    [Fact]
    public void Are_told_in_words_with_goalposts_as_people_read_them()
    {
        var after = With("A1.2", n => n with { Item = n.Item! with { Target = .95, Supplier = "组织处" } });

        var change = SchemeChanges.Of(Default, after).Nodes.Single();

        (change.Code, change.Name).ShouldBe(("A1.2", "责任清单按期完成率"));
        change.What.ShouldBe([new("目标", "100%", "95%"), new("提供单位", "", "组织处")]);
    }

    [Fact]
    public void Of_one_weight_are_changes_of_the_shares_of_all_its_siblings()
    {
        var changes = SchemeChanges.Of(Default, With("A1", n => n with { Weight = 2 }));

        changes.Nodes.Single().What.ShouldBe([new("权重", "1", "2")]);
        changes.Shares.Count.ShouldBe(11);
        var first = changes.Shares.First(s => s.Code == "A1.1");
        (first.Before!.Value, first.After!.Value).ShouldBe((.125 / 3 / 4, .125 / 2 / 4));
        changes.Shares.Sum(s => s.By).ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Name_what_came_and_what_went()
    {
        var grown = new AddNode("A1", "新项目", true).Apply(Default).Value.Definition;
        var changes = SchemeChanges.Of(Default, new RemoveNode("B1.1").Apply(grown).Value.Definition);

        changes.Added.Single().Name.ShouldBe("新项目");
        changes.Removed.Single().Code.ShouldBe("B1.1");
        changes.Nodes.ShouldBeEmpty();
        changes.Shares.Single(s => s.Code == "B1.1").After.ShouldBeNull();
        changes.Shares.Single(s => s.Code == "A1.5").Before.ShouldBeNull();
    }

    [Fact]
    public void Of_order_and_of_the_origin_of_weights_are_told_too()
    {
        var shifted = new ShiftNode("A2", true).Apply(Default).Value.Definition;
        var changes = SchemeChanges.Of(Default, new TakeWeights("ROOT", Track.Party, WeightMethod.Equal).Apply(shifted).Value.Definition);

        changes.Nodes.Select(n => (n.Code, n.What.Single().Aspect)).ShouldBe([("A2", "次序"), ("A1", "次序")]);
        changes.General.ShouldBe([new("ROOT 下级的权重来历", "固定", "等权")]);
        changes.Shares.ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_supplier_to_another_unit_of_the_same_name_are_told()
    {
        SchemeDefinition By(Guid id) => With("A1.2", n => n with { Item = n.Item! with { Supplier = "综合处", SupplierId = id } });
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        SchemeChanges.Of(By(one), By(one)).AreNone.ShouldBeTrue();
        SchemeChanges.Of(By(one), By(other)).Nodes.Single().What.ShouldBe([new("提供单位", "综合处（已选定）", "综合处（改为另一个同名单位）")]);
    }

    private static SchemeDefinition With(string code, Func<SchemeNode, SchemeNode> change) => Default with { Nodes = [.. Default.Nodes.Select(n => n.Code == code ? change(n) : n)] };
}
