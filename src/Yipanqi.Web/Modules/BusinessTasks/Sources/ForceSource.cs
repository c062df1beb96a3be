using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks.Forces;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Sources;

/// <summary>C3.2 from goals of task forces, C3.3 from pledges, A3.3 from groups that work away. See docs/methods/task-figures.md.</summary>
public sealed class ForceSource : RecordSource
{
    public override string Name => "突击队与承诺";

    public override IReadOnlySet<string> Items { get; } = new HashSet<string> { "A3.3", "C3.2", "C3.3" };

    public override IReadOnlySet<string> Subjects { get; } = new HashSet<string> { nameof(TaskForce), nameof(ForceGoal), nameof(Pledge) };

    protected override Permission Permission => Permission.ViewTasks;

    public override async Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation) =>
        await db.Set<TaskForce>().AnyAsync(cancellation) || await db.Set<Pledge>().AnyAsync(cancellation);

    protected override async Task<IReadOnlyList<CountedRecord>> CountAsync(YipanqiDb db, SourcePeriod period, Guid[]? asked, CancellationToken cancellation)
    {
        var forces = asked is null ? db.Set<TaskForce>() : db.Set<TaskForce>().Where(f => EF.Parameter(asked).Contains(f.PartyUnitId));
        var pledges = asked is null ? db.Set<Pledge>() : db.Set<Pledge>().Where(p => EF.Parameter(asked).Contains(p.UnitId));
        return [.. await GoalsAsync(db, forces, period, cancellation), .. await PledgesAsync(pledges, period, cancellation), .. await AwayAsync(db, forces, period, cancellation)];
    }

    private static async Task<IEnumerable<CountedRecord>> GoalsAsync(YipanqiDb db, IQueryable<TaskForce> forces, SourcePeriod period, CancellationToken cancellation)
    {
        var (first, day) = (period.Quarter.FirstDay, period.AsOf);
        var goals = await (
            from goal in db.Set<ForceGoal>()
            where goal.DueDay >= first && goal.DueDay <= day
            join force in forces on new { goal.TenantId, Id = goal.ForceId } equals new { force.TenantId, force.Id }
            orderby goal.Id
            select new { force.PartyUnitId, force.Id, force.Name, goal.Text, goal.DueDay, goal.MetDay }).ToListAsync(cancellation);
        return goals.Select(g => Due(g.PartyUnitId, "C3.2", $"{g.Name}：{g.Text}", "/forces/" + g.Id, g.DueDay, g.MetDay));
    }

    private static async Task<IEnumerable<CountedRecord>> PledgesAsync(IQueryable<Pledge> all, SourcePeriod period, CancellationToken cancellation)
    {
        var (first, day) = (period.Quarter.FirstDay, period.AsOf);
        var pledges = await all.Where(p => p.DueDay >= first && p.DueDay <= day).OrderBy(p => p.Id)
            .Select(p => new { p.UnitId, p.Text, p.DueDay, Done = p.State == PledgeState.Confirmed ? p.FulfilledDay : null }).ToListAsync(cancellation);
        return pledges.Select(p => Due(p.UnitId, "C3.3", p.Text, "/pledges", p.DueDay, p.Done));
    }

    // Due on the last day by which the organisation is to be there. Party members are those who belonged to a branch when the group left.
    private static async Task<IEnumerable<CountedRecord>> AwayAsync(YipanqiDb db, IQueryable<TaskForce> forces, SourcePeriod period, CancellationToken cancellation)
    {
        var (first, last) = (period.Quarter.FirstDay.AddDays(-AwayRule.WithinDays), period.AsOf.AddDays(-AwayRule.WithinDays));
        var belonging = db.Set<Membership>();
        var groups = await forces.Where(f => f.AwayDays > AwayRule.MoreThanDays && f.AwayFrom >= first && f.AwayFrom <= last).OrderBy(f => f.Id)
            .Select(f => new
            {
                f.Id,
                f.PartyUnitId,
                f.Name,
                f.AwayFrom,
                f.TemporaryFrom,
                Members = db.Set<ForceMember>().Count(m => m.TenantId == f.TenantId && m.ForceId == f.Id && (m.LeftDay == null || m.LeftDay > f.AwayFrom)
                    && belonging.Any(b => b.TenantId == m.TenantId && b.PersonId == m.PersonId && b.FromDay <= f.AwayFrom && (b.ToDay == null || b.ToDay >= f.AwayFrom))),
            }).ToListAsync(cancellation);
        return groups.Where(g => g.Members >= AwayRule.LeastMembers).Select(g => Due(g.PartyUnitId, "A3.3", g.Name, "/forces/" + g.Id, g.AwayFrom!.Value.AddDays(AwayRule.WithinDays), g.TemporaryFrom));
    }

    private static CountedRecord Due(Guid unit, string item, string title, string link, DateOnly due, DateOnly? done)
    {
        var isMet = done is { } day && day <= due;
        return new(new(unit, item, isMet ? 1 : 0, 1), title, link, due, isMet, done is not { } on ? "到期未完成" : isMet ? $"{on:yyyy-MM-dd} 按期完成" : $"{on:yyyy-MM-dd} 完成，逾期 {on.DayNumber - due.DayNumber} 天");
    }
}
