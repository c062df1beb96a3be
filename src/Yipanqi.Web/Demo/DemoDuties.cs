using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.Packs;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.Responsibilities;

namespace Yipanqi.Web.Demo;

/// <summary>
/// The lists as they ship and one of events, in force over the quarters of the demo, the members' from the open one on; and what became of their duties: by the organ's
/// story, and thinner at every level down; by the records where those tell.
/// </summary>
/// <param name="qualityOf">Quality of Party work and business (0–1) of an organ in a quarter.</param>
public sealed class DemoDuties(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people, Func<DemoOrgan, Quarter, (double Party, double Business)> qualityOf)
{
    private const ulong Seed = 20241001;
    private const double LateShare = .4;

    /// <summary>What is overdue longer than this was made up for late.</summary>
    private const int LongestLate = 60;
    private static readonly DateOnly Effective = DemoSeed.First.FirstDay;
    private static readonly DateOnly MembersFrom = DemoSeed.OpenQuarter.FirstDay;
    private static readonly DateOnly Today = DemoMembers.Day;

    private readonly DemoClock clock = new();
    private readonly SeededRandom random = new(Seed);

    public async Task AddAsync(CancellationToken cancellation)
    {
        foreach (var list in ShippedLists.Of(TemplatePacks.Default))
        {
            var from = list.Facts[0].Level == DutyLevel.Member ? MembersFrom : Effective;
            clock.SetDay(from);
            var draft = Done(await new StartList(unitOfWork, clock).RunAsync(people.Officer, new(list.Code, "", "", ""), cancellation));
            Done(await new PublishList(unitOfWork, clock).RunAsync(people.Officer, new(draft, from), cancellation));
        }

        clock.SetDay(Effective);
        var events = new DemoEvents(unitOfWork, units, people, clock);
        await events.PublishAsync(Effective, cancellation);
        await unitOfWork.WriteAsync<bool>(units.TenantId, db => WorkAsync(db, events, cancellation), cancellation);
        clock.SetDay(Today);
        Done(await new SettleByRecords(unitOfWork, new WorkingCalendars(), [new TermRecords(), new JointStageRecords()], clock).RunAsync(units.TenantId, cancellation));
    }

    private async Task<Outcome<bool>> WorkAsync(YipanqiDb db, DemoEvents events, CancellationToken cancellation)
    {
        var organs = units.Organs.SelectMany(o => o.Branches.Select(b => b.Branch).Append(o.Party).Append(o.Organ).Select(u => (Unit: u, Organ: o))).ToDictionary(p => p.Unit.Id);
        var generate = new GenerateObligations(unitOfWork, new WorkingCalendars(), clock);
        var joint = await db.Set<Duty>().Where(d => d.ComputedFrom == DutyRecordKind.JointStages.Name).Select(d => d.Id).ToListAsync(cancellation);
        var leading = (await db.Set<BusinessTask>().Select(t => new { t.LeadUnitId, t.PlanYear }).ToListAsync(cancellation)).ToHashSet();
        var branches = units.Organs.SelectMany(o => o.Branches).ToDictionary(b => b.Branch.Id, b => (Guid?)b.Department.Id);
        var count = 0;
        for (var year = Effective.Year; year <= Today.Year; year++)
        {
            var planned = await generate.PlannedAsync(db, year, cancellation);
            foreach (var obligation in planned.Where(o => !o.IsComputed && o.DueDay <= Today && organs.ContainsKey(o.UnitId)).OrderBy(o => o.DueDay).ThenBy(o => o.DutyCode, StringComparer.Ordinal).ThenBy(o => organs[o.UnitId].Unit.Code, StringComparer.Ordinal))
            {
                Work(obligation, qualityOf(organs[obligation.UnitId].Organ, Quarter.Of(obligation.DueDay)).Party);
            }

            foreach (var loose in planned.Where(o => joint.Contains(o.DutyId) && o.DueDay <= Today && !leading.Contains(new { LeadUnitId = branches[o.UnitId], PlanYear = year })))
            {
                loose.Ask(RequestKind.Exemption, null, "本年没有承担重点任务，没有结合点。", people.Branch.PersonId);
                loose.Grant("", people.Officer.PersonId, Instant(loose.DueDay.AddDays(-5)));
            }

            db.AddRange(planned);
            count += planned.Count;
        }

        foreach (var raised in await events.MakeAsync(db, await new WorkingCalendars().OfAsync(db, cancellation), Today, cancellation))
        {
            if (raised.DueDay < Today && raised.State == ObligationState.Open)
            {
                Work(raised, qualityOf(organs[raised.UnitId].Organ, Quarter.Of(raised.DueDay)).Party);
            }

            db.Add(raised);
            count++;
        }

        await db.SaveAsync(new Change(people.Officer.PersonId, Instant(Effective), "obligation.generated", nameof(Obligation), null, "", $"{{\"count\":{count}}}"), cancellation);
        return true;
    }

    // On time from half of all to all, as A1.2 reaches from floor to target; the level above does better.
    private void Work(Obligation obligation, double quality)
    {
        var inTime = .5 + (.5 * quality) + obligation.Level switch { DutyLevel.PartyGroup => .06, DutyLevel.PartyCommittee => .02, _ => -.02 };
        var luck = random.NextDouble();
        if (luck < inTime + ((1 - inTime) * LateShare))
        {
            var day = obligation.DueDay.AddDays(luck < inTime ? -(int)(random.NextDouble() * 6) : 4);
            obligation.Complete("按要求办结，结果已向上级说明。", people.Branch.PersonId, day < Effective ? Effective : day);
            if (random.NextDouble() < .95 || obligation.DueDay.Month < Today.Month || obligation.DueDay.Year < Today.Year)
            {
                obligation.Accept("", people.Officer.PersonId, Instant(obligation.DueDay.AddDays(5)));
            }
        }
        else if (obligation.DueDay.AddDays(LongestLate) < Today)
        {
            obligation.Complete("已补办，结果已向上级说明。", people.Branch.PersonId, obligation.DueDay.AddDays(10 + (int)(random.NextDouble() * (LongestLate - 10))));
            obligation.Accept("补办属实。", people.Officer.PersonId, Instant(obligation.DueDay.AddDays(LongestLate)));
        }
        else if (random.NextDouble() < LateShare)
        {
            obligation.Claim();
        }
    }

    private static DateTime Instant(DateOnly day) => day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc) - ChinaTime.Offset;

    private static T Done<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException("The demo was refused: " + outcome.Refusals[0].Message);
}
