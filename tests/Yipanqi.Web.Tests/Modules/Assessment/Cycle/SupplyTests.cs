using System.Text;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

public sealed class SupplyTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_for_its_own_permission(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);

        (await walk.SupplyAsync(walk.Office, (walk.Committee.First, "90%"))).Refusals.Single().Code.ShouldBe("supply.absent");
        (await walk.SignAsync(walk.Office)).Refusals.Single().Code.ShouldBe("supply.absent");
        (await new SupplyQuery(walk.UnitOfWork).AllAsync(walk.Office, Q3, false, default)).All.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_work_of_the_unit_that_supplies_the_item_and_of_no_other_supplier(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        var (c, query) = (walk.Committee, new SupplyQuery(walk.UnitOfWork));
        Actor[] foreign = [c.ActorAt(PostRole.DataSupplier, c.Root, c.Organs), c.ActorAt(PostRole.DataSupplier, c.FirstOrgan), c.ActorAt(PostRole.DataSupplier, c.Department)];

        (await walk.SupplyAsync(walk.Supplier, (c.First, "90%"), (c.Second, "80%"))).Value.ShouldBe(2);
        foreach (var other in foreign)
        {
            (await walk.SupplyAsync(other, (c.First, "70%"))).Refusals.Single().Code.ShouldBe("supply.absent");
            (await walk.SignAsync(other)).Refusals.Single().Code.ShouldBe("supply.absent");
            (await query.AllAsync(other, Q3, false, default)).All.ShouldBeEmpty();
            (await query.FindAsync(other, Q3, "S1", null, 1, default)).ShouldBeNull();
            (await OptionsAsync(walk, other)).ShouldBeEmpty();
        }

        (await walk.SignAsync(walk.Supplier)).Value.ShouldBe(2);
        (await OptionsAsync(walk, walk.Supplier)).ShouldBe(["S1"]);
        (await query.FindAsync(walk.Supplier, Q3, "S1", null, 1, default))!.Lines.Select(l => l.Figure).ShouldBe(["0.9", "0.8"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Follows_the_chosen_unit_before_the_text_and_waits_while_neither_is_known(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        var (c, node) = (walk.Committee, CycleGround.Scheme.Nodes.Single(n => n.Code == "S1"));
        SchemeNode By(string text, Guid? id) => node with { Item = node.Item! with { Supplier = text, SupplierId = id } };
        Task<string?> FoundAsync(SchemeNode of) =>
            walk.UnitOfWork.ReadAsync(c.TenantId, async db => (await db.SuppliersAsync([of], default)).GetValueOrDefault("S1")?.Code, default);

        (await FoundAsync(By("乙局", c.FirstOrgan.Id))).ShouldBe("A1");
        (await FoundAsync(By("乙局", Guid.NewGuid()))).ShouldBe("A2");
        (await FoundAsync(By("A2", null))).ShouldBe("A2");
        (await FoundAsync(By("税务局", null))).ShouldBeNull();
        var definition = CycleGround.Scheme with { Code = "unknown", Nodes = [.. CycleGround.Scheme.Nodes.Select(n => n.Code == "S1" ? By("税务局", null) : n)] };
        var scheme = await walk.Ground.PublishSchemeAsync(definition);
        await walk.Ground.OpenAsync(Q3, scheme);

        (await walk.SignAsync(walk.Supplier)).Refusals.Single().Code.ShouldBe("supply.unit");
        (await new SupplyQuery(walk.UnitOfWork).AllAsync(walk.Supplier, Q3, false, default)).WithoutUnit.Single().Code.ShouldBe("S1");
        (await walk.Ground.Schemes.FindAsync(walk.Lead, scheme, default))!.WithoutSupplier.ShouldBe(["S1"]);
        (await walk.Ground.Schemes.FindAsync(walk.Lead, walk.SchemeId, default))!.WithoutSupplier.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_of_the_unit_that_the_scheme_editor_picked(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        var draft = await walk.Ground.DraftSchemeAsync(CycleGround.Scheme with { Code = "picked" });
        var node = CycleGround.Scheme.Nodes.Single(n => n.Code == "S1");
        var values = node with { Item = node.Item! with { Supplier = null } };

        var absent = await EditAsync(new() { Text = "税务局" });
        var chosen = await EditAsync(new() { Text = "甲局" });
        var kept = await EditAsync(new() { Text = "甲局", Id = walk.Committee.FirstOrgan.Id.ToString() });
        var saved = await SupplierAsync();
        var none = await EditAsync(new());

        absent.Refusals.Single().Code.ShouldBe("pick.absent");
        chosen.IsDone.ShouldBeTrue();
        kept.Value.ShouldBeEmpty();
        saved.ShouldBe(("甲局", walk.Committee.FirstOrgan.Id));
        none.IsDone.ShouldBeTrue();
        (await SupplierAsync()).ShouldBe((null, null));

        async Task<Outcome<string>> EditAsync(Picked picked)
        {
            var version = await walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => db.Set<Scheme>().Where(s => s.Id == draft).Select(s => s.Version).SingleAsync(), default);
            return await new EditDraft(walk.UnitOfWork, walk.Clock).RunAsync(walk.Lead, new(draft, version, new SaveNode("S1", values, picked)), default);
        }

        async Task<(string?, Guid?)> SupplierAsync()
        {
            var scheme = await walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => db.Set<Scheme>().SingleAsync(s => s.Id == draft), default);
            var item = scheme.Read().Nodes.Single(n => n.Code == "S1").Item!;
            return (item.Supplier, item.SupplierId);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_while_it_is_signed_and_is_changed_only_after_withdrawal(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);

        (await walk.SignAsync(walk.Supplier)).Refusals.Single().Code.ShouldBe("supply.empty");
        await walk.SupplyAsync(walk.Supplier, (walk.Committee.First, "90%"), (walk.Committee.Second, "未到期"));
        (await ObservationsAsync(walk)).ShouldBe(0);
        (await walk.SignAsync(walk.Supplier)).Value.ShouldBe(2);
        (await ObservationsAsync(walk)).ShouldBe(2);
        (await walk.SupplyAsync(walk.Supplier, (walk.Committee.First, "80%"))).Refusals.Single().Code.ShouldBe("supply.signed");
        (await walk.SignAsync(walk.Supplier, "", withdraw: true)).Refusals.Single().Code.ShouldBe("supply.words");
        (await walk.SignAsync(walk.Supplier, "甲局的数有误。", withdraw: true)).IsDone.ShouldBeTrue();
        (await ObservationsAsync(walk)).ShouldBe(0);
        (await walk.SupplyAsync(walk.Supplier, (walk.Committee.First, "80%"), (walk.Committee.Second, ""))).Value.ShouldBe(2);
        (await walk.SignAsync(walk.Supplier)).Value.ShouldBe(1);

        var item = (await new SupplyQuery(walk.UnitOfWork).AllAsync(walk.Supplier, Q3, false, default)).All.Single();
        (item.IsSigned, item.Figures, item.Withdrawal).ShouldBe((true, 1, "甲局的数有误。"));
    }

    [Fact]
    public async Task Names_the_organisation_of_a_wrong_figure_and_saves_nothing()
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer);

        var outcome = await walk.SupplyAsync(walk.Supplier, (walk.Committee.First, "90%"), (walk.Committee.Second, "120%"));

        outcome.Refusals.Single().Field.ShouldBe(walk.Committee.Second.Id.ToString());
        (await new SupplyQuery(walk.UnitOfWork).AllAsync(walk.Supplier, Q3, false, default)).All.Single().Figures.ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Comes_from_a_file_for_all_organisations(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        var supplier = walk.Lead with { Grants = walk.Supplier.Grants };

        var refused = await ImportAsync(walk, supplier, "单位代码,数值\nP1,120%\nXX,1\nP2,90%\nP2,80%\n");
        var done = await ImportAsync(walk, supplier, "单位代码,数值\nP1,18/20\nP2,90%\n");

        refused.Preview.Faulty.ShouldBe(3);
        refused.IsDone.ShouldBeFalse();
        (done.Preview.Count(RowChange.Added), done.IsDone).ShouldBe((2, true));
        (await new SupplyQuery(walk.UnitOfWork).FindAsync(supplier, Q3, "S1", null, 1, default))!.Lines.Select(l => l.Figure).ShouldBe(["18/20", "0.9"]);
    }

    private static async Task<(ImportPreview Preview, bool IsDone)> ImportAsync(CycleGround walk, Actor actor, string file)
    {
        var targets = new ImportTargets([new SuppliedImport(walk.Clock)]);
        var parameters = new ImportParameters(new Dictionary<string, string> { ["quarter"] = "2026Q3", ["item"] = "S1" });
        var draft = await new UploadImport(walk.UnitOfWork, targets, TestTables.Shared, walk.Clock).RunAsync(actor, new("supplied", "数据.csv", Encoding.UTF8.GetBytes(file), parameters), default);
        draft.Refusals.ShouldBeEmpty();
        var view = await new CheckQuery(walk.UnitOfWork, targets, TestTables.Shared).FindAsync(actor, draft.Value, default);
        var outcome = await new CommitImport(walk.UnitOfWork, targets, TestTables.Shared, walk.Clock).RunAsync(actor, draft.Value, default);
        return (view!.Checked.Value.Preview, outcome.IsDone);
    }

    private static async Task<IEnumerable<string>> OptionsAsync(CycleGround walk, Actor actor)
    {
        var parameters = await walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => new SuppliedImport(walk.Clock).ParametersAsync(db, actor, default), default);
        return parameters.Single(p => p.Code == "item").Options!.Select(o => o.Value);
    }

    private static Task<int> ObservationsAsync(CycleGround walk) =>
        walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => db.Set<Observation>().CountAsync(o => o.ItemCode == "S1"), default);
}
