using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Registers an election: the term before it and its posts end, the new one runs for the years that the rules give its kind.</summary>
public sealed class RegisterTerm(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, string Number, string ElectedDay, string Seats);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return new Refusal("term.raced", "", "没有登记。刚才有人登记了这个党组织的换届，请核对。");
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindPartyUnitAsync(actor, input.UnitId, cancellation) is not { } unit)
        {
            return TermAccess.Absent;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var last = await db.Set<CommitteeTerm>().SingleOrDefaultAsync(t => t.UnitId == unit.Id && t.EndedDay == null, cancellation);
        var refusals = new List<Refusal>();
        CheckKind(unit, refusals);
        var (number, elected, seats) = TermText.Read(input.Number, input.ElectedDay, input.Seats, last, ChinaTime.DayOf(now), refusals);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        if (last is not null)
        {
            last.Replace(elected);
            foreach (var post in await db.Set<PartyPost>().Where(p => p.TermId == last.Id && p.ToDay == null).ToListAsync(cancellation))
            {
                post.End(elected);
            }
        }

        var term = CommitteeTerm.Elect(unit, number, elected, StructureRules.Current.TermOf(unit.Kind).Value, seats);
        db.Add(term);
        await db.SaveAsync(new Change(actor.PersonId, now, "term.registered", nameof(Unit), unit.Id), cancellation);
        return term.Id;
    }

    private static void CheckKind(Unit unit, List<Refusal> refusals)
    {
        var fault = StructureRules.Current.KindOf(unit.Kind) switch
        {
            PartyUnitKind.None => $"{unit.Kind}不由选举产生，没有届次。",
            PartyUnitKind.Temporary => "临时党组织不换届，书记、副书记和委员由批准它的党组织指定。",
            PartyUnitKind.Unknown => "单位类别看不出是党委、总支还是支部，定不了任期。请先在单位页上写明类别。",
            _ => null,
        };
        if (fault is not null)
        {
            refusals.Add(new Refusal("term.text", "", fault));
        }
    }
}
