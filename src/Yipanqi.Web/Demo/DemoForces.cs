using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Forces;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Demo;

/// <summary>Task forces of the demo's vanguard teams and problem-solving groups, one of them away, and pledges of their members.</summary>
public sealed class DemoForces(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people)
{
    private const int MembersAForce = 5;
    private static readonly DateOnly From = new(2026, 3, 1);
    private static readonly DateOnly Until = new(2026, 12, 20);
    private static readonly string[] Goals = ["摸清底数，列出清单", "难点事项会签降到 10 天以内", "全部办结，回访一遍"];

    public Task AddAsync(CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        units.TenantId,
        async db =>
        {
            var now = DemoMembers.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var points = await (
                from point in db.Set<FusionPoint>()
                where point.Kind == "vanguard" || point.Kind == "research"
                join task in db.Set<BusinessTask>() on new { point.TenantId, Id = point.TaskId } equals new { task.TenantId, task.Id }
                orderby task.Code
                select new { Point = point, Task = task }).ToListAsync(cancellation);
            foreach (var (found, at) in points.Select((p, i) => (p, i)))
            {
                var organ = units.Organs.Single(o => o.Party.Id == found.Point.PartyUnitId);
                var branch = organ.Branches[0].Branch;
                var members = await (
                    from detail in db.Set<PersonDetail>()
                    where detail.BranchId == branch.Id && detail.Status == PartyStatus.FullMember
                    orderby detail.StaffCode
                    join person in db.Set<Person>() on new { detail.TenantId, Id = detail.PersonId } equals new { person.TenantId, person.Id }
                    select person).Take(MembersAForce).ToListAsync(cancellation);
                Add(db, found.Task, found.Point, organ.Party, branch, members, at, now);
            }

            await db.SaveAsync(new Change(null, now, "demo.founded", nameof(TaskForce), null), cancellation);
            return true;
        },
        cancellation);

    private void Add(YipanqiDb db, BusinessTask task, FusionPoint point, Unit party, Unit branch, List<Person> members, int at, DateTime now)
    {
        var force = TaskForce.Found(task, party, point.Kind == "vanguard" ? ForceKind.Vanguard : ForceKind.Research, point.Name, From, Until);
        if (at == 1)
        {
            force.GoAway("示范县", new(2026, 9, 14), new(2026, 11, 30));
        }

        db.Add(force);
        db.AddRange(members.Select((m, i) => ForceMember.Join(force, m.Id, From, i == 0)));
        foreach (var (text, i) in Goals.Select((g, i) => (g, i)))
        {
            var goal = ForceGoal.Set(force, text, From.AddMonths(3 * (i + 1)).AddDays(-10));
            db.Add(goal);
            if (i == 0 || (i == 1 && at % 2 == 0))
            {
                goal.Meet(goal.DueDay.AddDays(i == 1 && at % 4 == 0 ? 9 : -5), "已完成，清单和回访记录在支部");
            }
        }

        foreach (var (member, i) in members.Skip(1).Select((m, i) => (m, i)))
        {
            var pledge = Pledge.Make(member, branch, task.Id, "每周到一线一次，收集的问题当周交办", From, new DateOnly(2026, 9, 30).AddDays(30 * i));
            db.Add(pledge);
            if (i < 2)
            {
                pledge.Fulfil(new(2026, 9, 20), "到一线 24 次，交办问题 31 件");
            }

            if (i == 0)
            {
                pledge.Confirm("属实", people.Lead.PersonId, now);
            }
        }
    }
}
