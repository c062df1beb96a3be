using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>撤销: the last step of a 组织关系 was entered wrongly and never was. The stay before it goes on; posts that ended with it are given again by hand.</summary>
public sealed class TakeBackMove(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid PersonId, string Reason);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return LastMove.Fault("", "没有撤销。刚才有人改了此人的组织关系，请核对后再办。");
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var found = await LastMove.FindAsync(db, actor, input.PersonId, input.Reason, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var move = found.Value;
        if (await FaultAsync(db, move, cancellation) is { } fault)
        {
            return LastMove.Fault("", fault);
        }

        var kind = (move.IsEnding ? move.Last.EndedBy : move.Last.BeganBy).ToString();
        var told = JsonSerializer.Serialize(new { kind, day = move.Day, from = move.IsTransfer ? move.Prior!.UnitId : move.IsEnding ? move.Last.UnitId : (Guid?)null, to = move.IsEnding ? (Guid?)null : move.Last.UnitId });
        if (move.IsEnding)
        {
            move.Last.Reopen(move.Detail);
        }
        else
        {
            db.Remove(move.Last);
            move.Detail.StandIn(null);
            if (move.IsTransfer)
            {
                move.Prior!.Reopen(move.Detail);
            }
        }

        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "membership.taken-back", nameof(Person), input.PersonId, input.Reason, told), cancellation);
        return input.PersonId;
    }

    private static async Task<string?> FaultAsync(YipanqiDb db, LastMove move, CancellationToken cancellation)
    {
        if (move.IsEnding)
        {
            return PartyWords.IsMember(move.Detail.Status) ? null : $"此人的党员身份已改为{PartyWords.Of(move.Detail.Status)}。请先改回预备党员或正式党员。";
        }

        if (move.Last.BeganBy == MembershipKind.Registered)
        {
            return "这是最初登记的支部，不能撤销。日期错了请更正日期，支部错了请办理转接。";
        }

        if (!move.IsTransfer && move.Prior is null && move.Detail.WorkUnitId is null)
        {
            return "撤销后此人既没有支部也没有工作单位，没有人能管理这条记录。请先填工作单位，或更正日期。";
        }

        var since = move.Day;
        var before = move.IsTransfer ? move.Prior!.UnitId : (Guid?)null;
        var path = await db.Set<Unit>().Where(u => u.Id == before).Select(u => u.Path).SingleOrDefaultAsync(cancellation);
        var taken = await (
            from post in db.Set<PartyPost>()
            where post.PersonId == move.Detail.PersonId && post.ToDay == null && post.FromDay >= since
            join term in db.Set<CommitteeTerm>() on new { post.TenantId, Id = post.TermId } equals new { term.TenantId, term.Id }
            join unit in db.Set<Unit>() on new { term.TenantId, Id = term.UnitId } equals new { unit.TenantId, unit.Id }
            select new { unit.Name, unit.Path }).ToListAsync(cancellation);
        return taken.Find(t => path?.StartsWith(t.Path, StringComparison.Ordinal) != true) is { } depends
            ? $"此人之后已在{depends.Name}任党内职务。请先在那里的委员会页面撤销任职或免职。"
            : null;
    }
}
