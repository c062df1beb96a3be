using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Jobs;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

/// <summary>Whatever changes, the preview that was brought up to date is the one a full run makes.</summary>
public sealed class PreviewFollowsTests
{
    private static readonly Quarter Q2 = Q3.Previous;

    private static readonly Dictionary<string, Func<AssessmentGround, Task>> Changes = new()
    {
        ["one figure"] = g => ReportAsync(g, g.Committee.Branch, "P1", Rate(1, 3)),
        ["a figure of an administrative unit"] = g => ReportAsync(g, g.Committee.Department, "B1", Rate(1, 3)),
        ["a first figure"] = g => ReportAsync(g, g.Committee.OtherBranch, "P2", Rate(2, 3)),
        ["a deleted figure"] = g => g.ChangeAsync(db => db.RemoveObservationAsync(Q3.Key, g.Committee.Branch.Id, "P1", default)),
        ["a confirmed deduction"] = AdjustAsync,
        ["a withdrawn veto"] = g => g.ChangeAsync(async db =>
        {
            var veto = await db.Set<Adjustment>().SingleAsync();
            veto.Withdraw(g.Lead.PersonId, g.Clock.UtcNow, "查明不属实。");
            db.AddRange(PreviewMark.Of(db.TenantId, Q3, [veto.UnitId]));
        }),
        ["a moved unit"] = g => OfUnitAsync(g, "unit.moved", async db =>
        {
            var branch = await db.Set<Unit>().SingleAsync(u => u.Id == g.Committee.Branch.Id);
            db.Entry(branch).Property(u => u.ParentId).CurrentValue = g.Committee.Second.Id;
            db.Entry(branch).Property(u => u.Path).CurrentValue = g.Committee.Second.Path + branch.Path[g.Committee.First.Path.Length..];
        }),
        ["an untied unit"] = g => OfUnitAsync(g, "unit.unlinked", async db => db.Remove(await db.Set<UnitLink>().SingleAsync(l => l.PartyUnitId == g.Committee.First.Id))),
        ["a unit no longer assessed"] = g => OfUnitAsync(g, "unit.edited", async db => (await db.Set<Unit>().SingleAsync(u => u.Id == g.Committee.Second.Id)).Assess(false, null)),
        ["a corrected quarter before"] = async g =>
        {
            await g.ReportAsync(Q2, (g.Committee.Branch, "P1", Rate(1, 50)));
            await g.RunAndPublishAsync(Q2, await SchemeAsync(g), "据台账更正。");
        },
        ["another version of the scheme"] = async g =>
        {
            var second = SmallScheme();
            await g.RunAsync(Q3, await g.PublishSchemeAsync(second with { Nodes = [.. second.Nodes.Select(n => n.Code == "P1" ? n with { Weight = 3 } : n)] }));
            await ReportAsync(g, g.Committee.Branch, "P1", Rate(1, 3));
        },
    };

    public static TheoryData<DatabaseKind, string> Cases()
    {
        var cases = new TheoryData<DatabaseKind, string>();
        foreach (var what in Changes.Keys)
        {
            cases.Add(DatabaseKind.Sqlite, what);
            cases.Add(DatabaseKind.PostgreSql, what);
        }

        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task And_is_what_a_full_run_makes_after(DatabaseKind kind, string change)
    {
        using var ground = await BegunAsync(kind);
        var before = await ground.ContentAsync();
        var rested = await ground.DueAsync();

        await Changes[change](ground);
        var due = await ground.DueAsync();
        ground.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ground.UpdateAsync()).Refusals.ShouldBeEmpty();
        var (followed, left) = (await ground.ContentAsync(), await ground.DueAsync());
        await ground.RunAsync(Q3, await SchemeAsync(ground));

        rested.ShouldBeEmpty();
        due.ShouldBe([Q3]);
        left.ShouldBeEmpty();
        followed.Except(before).ShouldNotBeEmpty();
        followed.ShouldBe(await ground.ContentAsync(), ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task And_loses_no_change_that_came_while_a_run_was_calculating(DatabaseKind kind)
    {
        using var ground = await BegunAsync(kind);
        var meanwhile = new At("计分、排名", () =>
        {
            ReportAsync(ground, ground.Committee.Branch, "P1", Rate(1, 3)).GetAwaiter().GetResult();
            ground.UpdateAsync().GetAwaiter().GetResult().Value.IsFullRun.ShouldBeFalse();
        });

        await new RunAssessment(ground.Database.UnitOfWork, ground.Clock, ground.Database.Bulk).RunAsync(ground.Lead, new(Q3, await SchemeAsync(ground)), default, meanwhile);
        var due = await ground.DueAsync();
        var answer = (await ground.UpdateAsync()).Value;
        var followed = await ground.ContentAsync();
        await ground.RunAsync(Q3, await SchemeAsync(ground));

        due.ShouldBe([Q3]);
        answer.IsFullRun.ShouldBeTrue();
        followed.ShouldBe(await ground.ContentAsync(), ignoreOrder: true);
    }

    private sealed class At(string step, Action then) : IProgress<WorkStep>
    {
        public void Report(WorkStep value)
        {
            if (value.Name == step)
            {
                then();
            }
        }
    }

    // A published quarter before, and a preview with a vetoed organisation.
    private static async Task<AssessmentGround> BegunAsync(DatabaseKind kind)
    {
        var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Second, c.Branch, c.OtherBranch);
        var scheme = await ground.PublishSchemeAsync(SmallScheme());
        foreach (var quarter in new[] { Q2, Q3 })
        {
            await ground.ReportAsync(
                quarter, (c.Branch, "P1", Rate(9, 10)), (c.OtherBranch, "P1", Rate(3, 10)), (c.Branch, "P2", Rate(2, 10)), (c.Second, "P1", Rate(1, 2)),
                (c.Second, "P2", Rate(1, 2)), (c.Department, "B1", Rate(4, 5)), (c.SecondOrgan, "B1", Rate(1, 5)));
        }

        await ground.RunAndPublishAsync(Q2, scheme);
        await AdjustAsync(ground, c.Second, AdjustmentKind.Veto);
        await ground.RunAsync(Q3, scheme);
        ground.Clock.Advance(TimeSpan.FromMinutes(1));
        return ground;
    }

    private static Task AdjustAsync(AssessmentGround ground) => AdjustAsync(ground, ground.Committee.Branch, AdjustmentKind.Deduction);

    private static Task AdjustAsync(AssessmentGround ground, Unit unit, AdjustmentKind kind) => ground.ChangeAsync(db =>
    {
        var adjustment = Adjustment.Enter(
            db.TenantId, Q3, unit.Id, kind, kind == AdjustmentKind.Veto ? 0 : 150, "通报批评。", "示办〔2026〕7号", ground.Lead.PersonId, ground.Clock.UtcNow);
        adjustment.Confirm(ground.Colleague.PersonId, ground.Clock.UtcNow);
        db.Add(adjustment);
        db.AddRange(PreviewMark.Of(db.TenantId, Q3, [unit.Id]));
        return Task.CompletedTask;
    });

    private static Task ReportAsync(AssessmentGround ground, Unit unit, string item, Reported reported) => ground.ChangeAsync(db => db.TakeObservationAsync(
        Q3, unit.Id, item, reported, new Provenance(ground.Lead.PersonId, ground.Clock.UtcNow, ground.Clock.UtcNow, null), default));

    private static Task OfUnitAsync(AssessmentGround ground, string action, Func<YipanqiDb, Task> change) => ground.Database.UnitOfWork.WriteAsync<bool>(
        ground.Committee.TenantId,
        async db =>
        {
            await change(db);
            await db.SaveAsync(new Change(null, ground.Clock.UtcNow, action, nameof(Unit), null), default);
            return true;
        },
        default);

    // That of the preview as it stands.
    private static Task<Guid> SchemeAsync(AssessmentGround ground) => ground.Database.UnitOfWork.ReadAsync(
        ground.Committee.TenantId, db => db.Set<AssessmentSnapshot>().Where(s => s.Status == SnapshotStatus.Preview).Select(s => s.SchemeId).SingleAsync(), default);
}
