using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Responsibilities;

namespace Yipanqi.Web.Demo;

/// <summary>The three lists as they ship, in force since July, and what became of the duties that fell due since: thinner at every level down.</summary>
public sealed class DemoDuties(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people)
{
    private const int Year = 2026;
    private const int Hundred = 100;
    private const int LateShare = 6;
    private const int WaitingOneIn = 20;
    private static readonly DateOnly Effective = new(2026, 7, 1);
    private static readonly DateOnly Today = new(2026, 10, 12);

    private readonly DemoClock clock = new();

    public async Task AddAsync(CancellationToken cancellation)
    {
        clock.SetDay(Effective);
        foreach (var list in ShippedLists.All)
        {
            var draft = Done(await new StartList(unitOfWork, clock).RunAsync(people.Officer, new(list.Code, "", "", ""), cancellation));
            Done(await new PublishList(unitOfWork, clock).RunAsync(people.Officer, new(draft, Effective), cancellation));
        }

        Done(await new GenerateObligations(unitOfWork, new WorkingCalendars(), clock).RunAsync(people.Officer, Year, cancellation));
        await unitOfWork.WriteAsync<bool>(units.TenantId, db => WorkAsync(db, cancellation), cancellation);
    }

    private async Task<Outcome<bool>> WorkAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var due = await db.Set<Obligation>().Where(o => o.DueDay <= Today).OrderBy(o => o.DueDay).ThenBy(o => o.UnitId).ThenBy(o => o.DutyCode).ToListAsync(cancellation);
        for (var i = 0; i < due.Count; i++)
        {
            Work(due[i], i * 37 % Hundred);
        }

        await db.SaveAsync(new Change(people.Officer.PersonId, Effective.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), "demo.founded", nameof(Obligation), null), cancellation);
        return true;
    }

    // Of a hundred at a level so many were done in time, some late, some are under way; the rest nobody took up.
    private void Work(Obligation obligation, int place)
    {
        var inTime = obligation.Level switch { DutyLevel.PartyGroup => 92, DutyLevel.PartyCommittee => 84, _ => 63 };
        if (place < inTime + LateShare)
        {
            var day = obligation.DueDay.AddDays(place < inTime ? -(place % 5) : 4);
            obligation.Complete("按要求办结，结果已向上级说明。", people.Branch.PersonId, day < Effective ? Effective : day);
            if (place % WaitingOneIn != 0)
            {
                obligation.Accept("", people.Officer.PersonId, obligation.DueDay.AddDays(5).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            }
        }
        else if (place > Hundred - LateShare)
        {
            obligation.Claim();
        }
    }

    private static T Done<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException("The demo was refused: " + outcome.Refusals[0].Message);
}
