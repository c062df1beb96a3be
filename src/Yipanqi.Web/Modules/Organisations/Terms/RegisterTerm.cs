using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;

namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Registers an election: the term before it and its posts end, the new one runs for the years that the rules give its kind.</summary>
public sealed class RegisterTerm(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const int MostSeats = 30;

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
        Check(input, unit, last, ChinaTime.DayOf(now), refusals, out var elected, out var number, out var seats);
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

    private static void Check(Input input, Unit unit, CommitteeTerm? last, DateOnly today, List<Refusal> refusals, out DateOnly elected, out int number, out int? seats)
    {
        var kind = StructureRules.Current.KindOf(unit.Kind);
        Add("", kind is PartyUnitKind.None ? $"{unit.Kind}不由选举产生，没有届次。" : null);
        Add("", kind is PartyUnitKind.Temporary ? "临时党组织不换届，书记、副书记和委员由批准它的党组织指定。" : null);
        Add("", kind is PartyUnitKind.Unknown ? "单位类别看不出是党委、总支还是支部，定不了任期。请先在单位页上写明类别。" : null);
        Add("ElectedDay", input.ElectedDay.Length == 0 ? "选举日期没有填。" : PersonText.DayFault("选举日期", input.ElectedDay, today));
        _ = DayText.TryRead(input.ElectedDay, out var day);
        elected = day ?? today;
        Add("ElectedDay", last is not null && day <= last.ElectedDay ? $"选举日期要晚于本届的 {last.ElectedDay:yyyy-MM-dd}。" : null);
        Add("ElectedDay", last is not null && day > last.ElectedDay && day < Earliest(last)
            ? $"本届 {last.DueDay:yyyy-MM-dd} 到期。提前换届要先登记上级的批准（{StructureRules.Current.Rules.ChangeMonths.Document}）。" : null);
        Add("Number", int.TryParse(input.Number, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= 99 ? null : "届次要填 1 到 99 的整数。");
        var hasSeats = int.TryParse(input.Seats, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is >= 1 and <= MostSeats;
        Add("Seats", input.Seats.Length == 0 || hasSeats ? null : $"批复职数要填 1 到 {MostSeats} 的整数，没有批复的留空。");
        seats = hasSeats ? told : null;

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(new Refusal("term.text", field, message));
            }
        }
    }

    // 到期前 6 个月起准备换届，在这段时间内选举不算提前；更早的要有批准，批准的日期已写进到期日。
    private static DateOnly Earliest(CommitteeTerm last) => last.DueDay.AddMonths(-StructureRules.Current.Rules.NoticeMonths.Value);
}
