using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Assessment;

/// <summary>What becomes of figures and published results when units are renamed, moved or closed.</summary>
public sealed class ChangedUnitsTests : IDisposable
{
    private AssessmentGround? ground;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_published_quarter_keeps_names_and_figures_and_goes_where_the_unit_goes(DatabaseKind kind)
    {
        await StartAsync(kind);
        var committee = ground!.Committee;
        var second = committee.ActorAt(PostRole.PartyCommitteeOfficer, committee.Second);
        var snapshot = await PublishAsync();
        ground.Clock.Advance(TimeSpan.FromDays(1));

        (await new RenameUnit(Work, Matters, ground.Clock).RunAsync(ground.Lead, new(committee.Branch.Id, Basis(await VersionAsync(committee.Branch)), "综合支部", "", "党支部"), default)).Refusals.ShouldBeEmpty();
        (await new MoveUnit(Work, Matters, ground.Clock).RunAsync(ground.Lead, new(committee.Branch.Id, Basis(await VersionAsync(committee.Branch)), Picked.Of("P2")), default)).Refusals.ShouldBeEmpty();

        var row = await Work.ReadAsync(committee.TenantId, db => db.Set<OrganisationScore>().SingleAsync(s => s.UnitId == committee.Branch.Id), default);
        row.ShortName.ShouldBe("甲局第一党支部");
        row.Path.ShouldBe(committee.Branch.Path);
        row.ScopePath.ShouldStartWith(committee.Second.Path);
        var card = (await ground.Card.FindAsync(second, committee.Branch.Id, AssessmentGround.Q3, false, default))!;
        card.Head.Name.ShouldBe("甲局第一党支部");
        (await ground.Card.FindAsync(committee.FirstOfficer, committee.Branch.Id, AssessmentGround.Q3, false, default)).ShouldBeNull();
        (await new RecomputeSnapshot(Work).RunAsync(ground.Lead, snapshot, default)).Value.IsSame.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_correction_of_a_past_quarter_takes_the_tree_of_that_quarter(DatabaseKind kind)
    {
        await StartAsync(kind);
        var committee = ground!.Committee;
        var before = (await BoardAsync(await PublishAsync())).Select(s => (s.Code, s.PartyScore, s.Path)).ToList();
        ground.Clock.Advance(TimeSpan.FromDays(1));
        (await new CloseUnit(Work, Matters, ground.Clock).RunAsync(ground.Lead, new(committee.OtherBranch.Id, Basis(await VersionAsync(committee.OtherBranch)), null), default)).Refusals.ShouldBeEmpty();
        (await new MoveUnit(Work, Matters, ground.Clock).RunAsync(ground.Lead, new(committee.Branch.Id, Basis(await VersionAsync(committee.Branch)), Picked.Of("P2")), default)).Refusals.ShouldBeEmpty();

        ground.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await ground.RunAsync(AssessmentGround.Q3, scheme);

        (await BoardAsync(again)).Select(s => (s.Code, s.PartyScore, s.Path)).ShouldBe(before);
        (await ground.DueAsync()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_figure_of_a_past_quarter_is_taken_into_its_tree_by_a_full_run(DatabaseKind kind)
    {
        await StartAsync(kind);
        var committee = ground!.Committee;
        await PublishAsync();
        ground.Clock.Advance(TimeSpan.FromDays(1));
        (await new MoveUnit(Work, Matters, ground.Clock).RunAsync(ground.Lead, new(committee.Branch.Id, Basis(await VersionAsync(committee.Branch)), Picked.Of("P2")), default)).Refusals.ShouldBeEmpty();
        ground.Clock.Advance(TimeSpan.FromMinutes(1));
        await ground.RunAsync(AssessmentGround.Q3, scheme);
        await ground.ReportAsync(AssessmentGround.Q3, (committee.Branch, "P1", AssessmentGround.Rate(1, 10)));
        await ground.ChangeAsync(db =>
        {
            db.AddRange(PreviewMark.Of(db.TenantId, AssessmentGround.Q3, [committee.Branch.Id]));
            return Task.CompletedTask;
        });

        (await ground.UpdateAsync()).Value.IsFullRun.ShouldBeTrue();

        (await ground.DueAsync()).ShouldBeEmpty();
        var preview = await Work.ReadAsync(committee.TenantId, db => db.Set<AssessmentSnapshot>().Where(s => s.Status == SnapshotStatus.Preview).Select(s => s.Id).SingleAsync(), default);
        (await BoardAsync(preview)).Single(s => s.UnitId == committee.Branch.Id).Path.ShouldBe(committee.Branch.Path);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Figures_kept_of_scopes_that_gained_or_lost_a_unit_are_dropped_and_no_others(DatabaseKind kind)
    {
        await StartAsync(kind);
        var committee = ground!.Committee;
        var snapshot = await PublishAsync();
        await ground.ChangeAsync(db =>
        {
            db.AddRange(new[] { committee.Root, committee.First, committee.Second, committee.Branch, committee.OtherBranch }
                .Select(u => SnapshotFigure.Of(db.TenantId, snapshot, SnapshotFigure.OfScope(u.Path, UnitTier.All), "{}")));
            return Task.CompletedTask;
        });
        ground.Clock.Advance(TimeSpan.FromDays(1));

        (await new MoveUnit(Work, Matters, ground.Clock).RunAsync(ground.Lead, new(committee.Branch.Id, Basis(await VersionAsync(committee.Branch)), Picked.Of("P2")), default)).Refusals.ShouldBeEmpty();

        var kept = await Work.ReadAsync(committee.TenantId, db => db.Set<SnapshotFigure>().Where(f => f.Content == "{}" && f.Name.StartsWith("scope ")).Select(f => f.Name).ToListAsync(), default);
        kept.Order(StringComparer.Ordinal).ShouldBe(new[] { committee.Root, committee.OtherBranch }.Select(u => SnapshotFigure.OfScope(u.Path, UnitTier.All)).Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_unit_closed_in_the_quarter_is_no_subject_owes_nothing_and_counts_above(DatabaseKind kind)
    {
        await StartAsync(kind);
        var committee = ground!.Committee;
        var quarter = AssessmentGround.Q3.Next;
        await ground.ReportAsync(quarter, [(committee.Branch, "P1", AssessmentGround.Rate(8, 10)), (committee.OtherBranch, "P1", AssessmentGround.Rate(0, 10)), (committee.Branch, "P2", AssessmentGround.Rate(8, 10))]);
        (await new CloseUnit(Work, Matters, ground.Clock).RunAsync(ground.Lead, new(committee.OtherBranch.Id, Basis(await VersionAsync(committee.OtherBranch)), null), default)).Refusals.ShouldBeEmpty();

        var lines = await BoardAsync(await ground.RunAsync(quarter, scheme));

        lines.Select(s => s.Code).ShouldBe(["P1", "P1B1"]);
        var first = lines.Single(s => s.Code == "P1");
        first.PartyScore!.Value.ShouldBe((40 + 80) / 2.0, 1e-9);
        first.NotReported.ShouldBe(1);
    }

    public void Dispose() => ground?.Dispose();

    private static readonly IUnitMatters[] Matters = [new AssessmentMatters()];
    private Guid scheme;

    private UnitOfWork Work => ground!.Database.UnitOfWork;

    private static UnitChangeBasis Basis(int version) => new(version, "2026-10-10", "示组〔2026〕1 号", "");

    private Task<int> VersionAsync(Unit unit) => Work.ReadAsync(ground!.Committee.TenantId, db => db.Set<Unit>().Where(u => u.Id == unit.Id).Select(u => u.Version).SingleAsync(), default);

    private Task<List<OrganisationScore>> BoardAsync(Guid snapshot) =>
        Work.ReadAsync(ground!.Committee.TenantId, db => db.Set<OrganisationScore>().Where(s => s.SnapshotId == snapshot).OrderBy(s => s.Position).ToListAsync(), default);

    private Task<Guid> PublishAsync() => ground!.RunAndPublishAsync(AssessmentGround.Q3, scheme);

    private async Task StartAsync(DatabaseKind kind)
    {
        ground = await AssessmentGround.FoundAsync(kind);
        var committee = ground.Committee;
        scheme = await ground.PublishSchemeAsync(AssessmentGround.SmallScheme());
        await ground.AssessAsync(committee.First, committee.Branch, committee.OtherBranch);
        await ground.ReportAsync(AssessmentGround.Q3, [.. new[] { "P1", "P2" }.SelectMany(item => new[] { (committee.Branch, item, AssessmentGround.Rate(9, 10)), (committee.OtherBranch, item, AssessmentGround.Rate(5, 10)) })]);
    }
}
