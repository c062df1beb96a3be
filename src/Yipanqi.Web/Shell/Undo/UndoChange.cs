using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Undo;

/// <summary>Takes back a change within its time: once, by the one who made it, in one transaction with one journal entry.</summary>
public sealed class UndoChange(UnitOfWork unitOfWork, IEnumerable<IUndo> kinds, TimeProvider clock)
{
    private static readonly Refusal Raced = new("undo.raced", "", "没有撤销。刚才有人改过同样的内容，请打开那条记录直接更正。");

    /// <summary>Answers what was taken back, in words.</summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, Guid offerId, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<string>(actor.TenantId, db => UndoAsync(db, actor, offerId, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return Raced;
        }
    }

    private async Task<Outcome<string>> UndoAsync(YipanqiDb db, Actor actor, Guid offerId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var offer = await db.Set<UndoOffer>().SingleOrDefaultAsync(o => o.Id == offerId && o.PersonId == actor.PersonId, cancellation);
        if (offer is null || !offer.IsOpen(now) || kinds.FirstOrDefault(k => k.Kind == offer.Kind) is not { } kind)
        {
            var minutes = (int)UndoOffer.Lifetime.TotalMinutes;
            return new Refusal("undo.over", "", $"没有撤销。只能在 {minutes} 分钟内撤销一次；请打开那条记录直接更正。");
        }

        var restored = await kind.RestoreAsync(db, actor, offer.State, now, cancellation);
        if (!restored.IsDone)
        {
            return Outcome<string>.Refused(restored.Refusals);
        }

        offer.Use(now);
        await db.SaveAsync(restored.Value, cancellation);
        return offer.Title;
    }
}
