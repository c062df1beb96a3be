using System.Text;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Forces;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.Evidence;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>
/// For each Party organisation with a linked unit: a task the unit leads, Party measures with and without task, a live and an ended fusion point, records of both sides with a correction and a file, a day that was set,
/// a task force that is away and asks for a temporary organisation, one at home, and pledges in every state.
/// </summary>
public sealed class FusionSeed : Seed
{
    private static readonly (int Party, int Unit)[] Pairs =
        [(SecurityTenant.First, SecurityTenant.FirstOrgan), (SecurityTenant.Second, SecurityTenant.SecondOrgan), (SecurityTenant.Branch, SecurityTenant.Department)];

    public override IReadOnlyList<Type> Covers => [typeof(FusionPoint), typeof(StageRecord), typeof(StagePlan), typeof(PartyMeasure), typeof(TaskForce), typeof(ForceMember), typeof(ForceGoal), typeof(Pledge)];

    public override Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant) => database.UnitOfWork.WriteAsync<bool>(
        tenant.Id,
        async db =>
        {
            foreach (var (party, unit) in Pairs)
            {
                var (rows, ours) = (Rows(tenant, party, unit, clock.UtcNow).ToList(), tenant.CanaryOf(party).ToString());
                db.AddRange(rows);
                var file = new GivenFile(ours + ".pdf", Encoding.UTF8.GetBytes("%PDF-stage " + ours));
                var record = rows.OfType<StageRecord>().Single(r => r.FusionPointId is not null).Id;
                (await db.KeepEvidenceAsync(tenant.Lead, record, tenant.Unit(party).Id, "", file, "File", clock.UtcNow, default)).Refusals.ShouldBeEmpty();
            }

            await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", nameof(FusionPoint), null), default);
            return true;
        },
        default);

    private static IEnumerable<object> Rows(SecurityTenant tenant, int party, int unit, DateTime now)
    {
        var (ours, theirs, today) = (tenant.CanaryOf(party).ToString(), tenant.CanaryOf(unit).ToString(), ChinaTime.DayOf(now));
        var task = BusinessTask.New(tenant.Id, theirs + "-F", new TaskFacts(2026, theirs, theirs, TaskImportance.Important, theirs, new(2026, 1, 1), new(2026, 12, 31), false, theirs));
        task.Assign(tenant.Unit(unit));
        var facts = new FusionFacts("vanguard", ours, ours, ours, ours, tenant.PersonAt(party).Id);
        var live = FusionPoint.Join(task, tenant.Unit(party), facts, tenant.Colleague.PersonId, today.AddDays(-90));
        var ended = FusionPoint.Join(task, tenant.Unit(party), facts, tenant.Colleague.PersonId, today.AddDays(-90));
        ended.End(today.AddDays(-9), ours);
        var measures = Measures(tenant, party, today).ToList();

        // Over, so that every measure in use may be given to another organisation, whichever of them a form is about.
        var made = FusionPoint.Join(task, tenant.Unit(party), facts, tenant.Colleague.PersonId, today.AddDays(-60), measures[0]);
        made.End(today.AddDays(-9), ours);
        var first = StageRecord.Of(task, null, TaskStage.Plan, new(new(2026, 2, 1), theirs, theirs, "", ""), null, tenant.PersonAt(party).Id, now);
        var corrected = StageRecord.Of(task, null, TaskStage.Plan, new(new(2026, 2, 2), theirs, theirs, "", theirs), first, tenant.PersonAt(party).Id, now);
        var partySide = StageRecord.Of(task, live, TaskStage.Plan, new(new(2026, 2, 9), ours, ours, "", ""), null, tenant.PersonAt(party).Id, now);
        return [.. measures, task, live, ended, made, first, corrected, partySide, StagePlan.Of(task, TaskStage.Assess, new(2026, 12, 20)), .. Forces(tenant, task, party, today), .. Pledges(tenant, party, task, now)];
    }

    // One that a fusion point was made from, one that serves no task, one withdrawn.
    private static IEnumerable<PartyMeasure> Measures(SecurityTenant tenant, int party, DateOnly today)
    {
        var ours = tenant.CanaryOf(party).ToString();
        foreach (var number in new[] { 1, 2, 3 })
        {
            var measure = PartyMeasure.New(tenant.Id, $"{ours}-M{number}", new MeasureFacts("vanguard", ours, ours, today.AddDays(-90), null, tenant.PersonAt(party).Id, ours));
            measure.NameUnit(ours);
            measure.Assign(tenant.Unit(party));
            if (number == 3)
            {
                measure.Withdraw(ours);
            }

            yield return measure;
        }
    }

    private static IEnumerable<object> Forces(SecurityTenant tenant, BusinessTask task, int party, DateOnly today)
    {
        var ours = tenant.CanaryOf(party).ToString();
        foreach (var isAway in new[] { true, false })
        {
            var force = TaskForce.Found(task, tenant.Unit(party), isAway ? ForceKind.Vanguard : ForceKind.Research, ours, today.AddDays(-40), today.AddDays(60));
            if (isAway)
            {
                force.GoAway(ours, today.AddDays(-20), today.AddDays(40));
            }

            yield return force;
            yield return ForceGoal.Set(force, ours, today.AddDays(20));
            foreach (var (person, at) in tenant.People.Values.Select(p => p.Person).Take(isAway ? AwayRule.LeastMembers : 1).Select((p, i) => (p, i)))
            {
                yield return ForceMember.Join(force, person.Id, force.FromDay, at == 0);
            }
        }
    }

    private static IEnumerable<object> Pledges(SecurityTenant tenant, int party, BusinessTask task, DateTime now)
    {
        var (ours, today, person) = (tenant.CanaryOf(party).ToString(), ChinaTime.DayOf(now), tenant.PersonAt(party));
        foreach (var state in Enum.GetValues<PledgeState>())
        {
            var pledge = Pledge.Make(person, tenant.Unit(party), task.Id, ours, today.AddDays(-30), today.AddDays(30));
            if (state != PledgeState.Open)
            {
                pledge.Fulfil(today.AddDays(-3), ours);
            }

            if (state == PledgeState.Confirmed)
            {
                pledge.Confirm(ours, tenant.Colleague.PersonId, now);
            }

            yield return pledge;
        }
    }
}
