using System.Text;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class ObservationImportTests
{
    private const string Heads = "单位代码,指标代码,分子,分母,数值,样本数,分项计数,来源,缺数原因\n";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_figures_with_their_counts_sources_and_reasons_once(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        await ground.PublishSchemeAsync(DefaultScheme.Definition);
        var file = Heads
            + "P1,A1.2,18,20,,,,责任清单,\n"
            + "P1,A2.2,,,90%,,,,\n"
            + "P1,B2.3,,,,,0/1/5/20/12,问卷,\n"
            + "P1,A1.4,,,,,18:20;15:20,,\n"
            + "P1B1,B3.2,,,,,,,未到期\n"
            + "A1,E2.1,,,88.5,4,,业务系统,\n";

        var first = await ImportAsync(ground, ground.Lead, file);
        var again = await ImportAsync(ground, ground.Lead, file);
        var rows = await AllAsync(ground);

        (first.Added, first.Updated).ShouldBe((6, 0));
        (again.Added, again.Updated, again.Unchanged).ShouldBe((0, 0, 6));
        rows.Single(r => r.ItemCode == "A1.2").ShouldSatisfyAllConditions(r => r.Numerator.ShouldBe(18), r => r.Denominator.ShouldBe(20), r => r.Source.ShouldBe("责任清单"), r => r.ImportId.ShouldNotBeNull());
        rows.Single(r => r.ItemCode == "A2.2").Value.ShouldBe(.9);
        rows.Single(r => r.ItemCode == "B3.2").Absence.ShouldBe(AbsenceReason.NotDue);
        ObservationParts.Read(rows.Single(r => r.ItemCode == "B2.3").Parts)!.Ratings.ShouldBe([0, 1, 5, 20, 12]);
    }

    [Fact]
    public async Task Names_each_faulty_cell_and_imports_nothing()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        await ground.PublishSchemeAsync(DefaultScheme.Definition);
        var file = Heads
            + "P1,A1.2,21,20,,,,,\n"
            + "P1,A9.9,1,2,,,,,\n"
            + "XX,A1.2,1,2,,,,,\n"
            + "P1,A2.2,,,85,,,,\n"
            + "P1,A2.3,很多,2,,,,,\n"
            + "P1,A3.1,1,2,,,,,不适用\n"
            + "P1,A3.3,,,,,,,没报\n"
            + "P1,B2.3,,,,,0/1/5,,\n"
            + "P1,B1.1,,,,,,,\n"
            + "P1,B1.2,1,2,,,,,\n"
            + "P1,B1.2,1,2,,,,,\n";

        var (preview, outcome) = await TryAsync(ground, ground.Lead, file);

        preview.Rows.Where(r => r.IsFaulty).Select(r => $"{r.Faults[0].Column}{r.Number}").ShouldBe(["C2", "B3", "A4", "E5", "C6", "I7", "I8", "G9", "E10", "E12"]);
        outcome.IsDone.ShouldBeFalse();
        (await AllAsync(ground)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_only_the_reason_of_fewer_than_five_answers()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        await ground.PublishSchemeAsync(DefaultScheme.Definition);

        await ImportAsync(ground, ground.Lead, Heads + "P1,B2.3,,,,,0/0/0/1/3,问卷,\n");
        var row = (await AllAsync(ground)).Single();

        (row.Absence, row.Value, row.Parts).ShouldBe((AbsenceReason.Suppressed, null, ""));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refuses_units_the_person_may_not_enter_for(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        await ground.OpenAsync(Q3, await ground.PublishSchemeAsync(DefaultScheme.Definition));

        var (preview, _) = await TryAsync(ground, ground.Committee.FirstOfficer, Heads + "P1B1,A1.2,1,2,,,,,\nP2,A1.2,1,2,,,,,\n");

        preview.Rows.Select(r => r.IsFaulty).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Refuses_a_quarter_that_has_not_begun()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        await ground.PublishSchemeAsync(DefaultScheme.Definition);

        var draft = await UploadAsync(ground, ground.Lead, Heads + "P1,A1.2,1,2,,,,,\n", "2027Q1");

        draft.Refusals.Single().Code.ShouldBe("observation.quarter");
    }

    private static async Task<ImportResult> ImportAsync(AssessmentGround ground, Actor actor, string file)
    {
        var (_, outcome) = await TryAsync(ground, actor, file);
        outcome.Refusals.ShouldBeEmpty();
        return await ground.Database.UnitOfWork.ReadAsync(
            actor.TenantId,
            async db => await db.Set<ImportDraft>().Where(d => d.Id == outcome.Value).Select(d => new ImportResult(d.Added, d.Updated, d.Unchanged, Array.Empty<string>(), d.Link)).SingleAsync(),
            default);
    }

    private static async Task<(ImportPreview Preview, Outcome<Guid> Outcome)> TryAsync(AssessmentGround ground, Actor actor, string file)
    {
        var draft = await UploadAsync(ground, actor, file, "2026Q3");
        draft.Refusals.ShouldBeEmpty();
        var preview = await new CheckQuery(ground.Database.UnitOfWork, Targets(ground), TestTables.Shared).FindAsync(actor, draft.Value, default);
        var outcome = await new CommitImport(ground.Database.UnitOfWork, Targets(ground), TestTables.Shared, ground.Clock).RunAsync(actor, draft.Value, default);
        return (preview!.Checked.Value.Preview, outcome);
    }

    private static async Task<Outcome<Guid>> UploadAsync(AssessmentGround ground, Actor actor, string file, string quarter)
    {
        var scheme = (await new SchemesQuery(ground.Database.UnitOfWork).AllAsync(actor, SchemeFilter.None, default)).Single().Id;
        var parameters = new ImportParameters(new Dictionary<string, string> { ["quarter"] = quarter, ["scheme"] = scheme.ToString() });
        return await new UploadImport(ground.Database.UnitOfWork, Targets(ground), TestTables.Shared, ground.Clock)
            .RunAsync(actor, new("observations", "数据.csv", Encoding.UTF8.GetBytes(file), parameters), default);
    }

    private static ImportTargets Targets(AssessmentGround ground) => new([new LongObservationImport(ground.Clock, new([]))]);

    private static Task<List<Observation>> AllAsync(AssessmentGround ground) =>
        ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => db.Set<Observation>().ToListAsync(), default);
}
