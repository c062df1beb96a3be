using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class PackQuarterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_the_rows_away_and_loses_nothing(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var (c, scheme) = (ground.Committee, await ReportedAsync(ground));
        var before = await FiguresAsync(ground);
        var published = await ground.RunAndPublishAsync(Q3, scheme);

        var packed = await PackAsync(ground);
        var (rows, kept) = (await RowsAsync(ground), await FiguresAsync(ground));
        var trace = await ground.Trace.FindAsync(ground.Lead, c.First.Id, "P1", Q3, false, default);
        var again = await ground.RunAsync(Q3, scheme);

        packed.Value.ShouldBe(4);
        rows.ShouldBe(0);
        kept.ShouldBe(before, ignoreOrder: true);
        trace!.Rows.Select(r => (r.Code, r.Numerator, r.Denominator, r.Source, r.Person)).ShouldBe([("P1B1", 9, 10, "台账", "周明"), ("P1B2", 10, 40, "台账", "周明")], ignoreOrder: true);
        trace.ChangedSince.ShouldBeFalse();
        (await HashAsync(ground, again)).ShouldBe(await HashAsync(ground, published));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Becomes_rows_again_for_a_correction_and_is_packed_with_what_it_corrected(DatabaseKind kind)
    {
        using var ground = await FoundAsync(kind);
        var (c, scheme) = (ground.Committee, await ReportedAsync(ground));
        await ground.RunAndPublishAsync(Q3, scheme);
        await PackAsync(ground);

        await ground.ReportAsync(Q3, (c.Branch, "P1", Rate(1, 10)), (c.Second, "P1", Rate(1, 2)));
        await ground.RunAndPublishAsync(Q3, scheme, "据台账更正。");
        var corrected = await ground.Card.FindAsync(ground.Lead, c.First.Id, Q3, false, default);
        var packed = await PackAsync(ground);
        var figures = await FiguresAsync(ground);

        corrected!.Dimensions[0].Items[0].Value.ShouldBe(11.0 / 50);
        packed.Value.ShouldBe(5);
        figures.ShouldContain($"{c.Branch.Id} P1 1/10");
        figures.ShouldContain($"{c.OtherBranch.Id} P1 10/40");
        figures.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Leaves_a_quarter_alone_that_is_open_or_being_corrected()
    {
        using var ground = await FoundAsync(DatabaseKind.Sqlite);
        var scheme = await ReportedAsync(ground);

        var open = await PackAsync(ground);
        await ground.RunAndPublishAsync(Q3, scheme);
        await ground.RunAsync(Q3, scheme);
        var corrected = await PackAsync(ground);

        open.Refusals.Single().Code.ShouldBe("pack.open");
        corrected.Refusals.Single().Code.ShouldBe("pack.open");
        (await RowsAsync(ground)).ShouldBe(4);
    }

    [Fact]
    public void Packs_every_kind_of_figure_bit_by_bit()
    {
        var told = new Provenance(Guid.NewGuid(), new DateTime(2026, 10, 8, 1, 2, 3, DateTimeKind.Utc), new DateTime(2026, 9, 30, 16, 0, 0, DateTimeKind.Utc), Guid.NewGuid());
        PackedFigure[] figures =
        [
            new(0, new Reported(null, 0.1 + 0.2, 3, Source: "台账"), told), new(3, new Reported(-0.0, SampleSize: 12), told with { ImportId = null }),
            new(1023, new Reported(null, Parts: "{\"records\":[1,2]}"), told), new(7, new Reported(null, Absence: AbsenceReason.Suppressed, Source: "问卷"), told),
        ];

        ObservationPacking.Read(ObservationPacking.Pack(figures)).ShouldBe(figures);
    }

    private static async Task<Guid> ReportedAsync(AssessmentGround ground)
    {
        var c = ground.Committee;
        await ground.AssessAsync(c.First);
        await ground.ReportAsync(
            Q3, (c.Branch, "P1", Rate(9, 10) with { Source = "台账" }), (c.OtherBranch, "P1", Rate(10, 40) with { Source = "台账" }),
            (c.First, "P2", new Reported(null, Absence: AbsenceReason.NotDue)), (c.FirstOrgan, "B1", Rate(1, 2)));
        return await ground.PublishSchemeAsync(SmallScheme());
    }

    private static Task<Outcome<int>> PackAsync(AssessmentGround ground) =>
        new PackQuarter(ground.Database.UnitOfWork, ground.Clock, ground.Database.Bulk).RunAsync(ground.Committee.TenantId, Q3, default);

    private static Task<int> RowsAsync(AssessmentGround ground) => ReadAsync(ground, db => db.Set<Observation>().CountAsync());

    private static async Task<string> HashAsync(AssessmentGround ground, Guid snapshot) =>
        await ReadAsync(ground, db => db.Set<AssessmentSnapshot>().Where(s => s.Id == snapshot).Select(s => s.InputHash).SingleAsync());

    // Rows and packed figures together, as a run sees them.
    private static Task<List<string>> FiguresAsync(AssessmentGround ground) => ReadAsync(ground, async db =>
    {
        var figures = new Dictionary<string, string>();
        await PackedObservations.ReadAsync(db, Q3, null, (unit, item, f) => figures[$"{unit} {item}"] = $"{f.Reported.Numerator}/{f.Reported.Denominator}", default);
        foreach (var row in await db.Set<Observation>().ToListAsync())
        {
            figures[$"{row.UnitId} {row.ItemCode}"] = $"{row.Numerator}/{row.Denominator}";
        }

        return figures.Select(f => $"{f.Key} {f.Value}").ToList();
    });

    private static Task<T> ReadAsync<T>(AssessmentGround ground, Func<YipanqiDb, Task<T>> read) =>
        ground.Database.UnitOfWork.ReadAsync(ground.Committee.TenantId, read, default);
}
