using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell.Undo;

/// <summary>Puts an offer beside the change it belongs to, in the use case's own save.</summary>
public static class UndoOffers
{
    /// <summary>Adds the offer, and removes what the person let pass; answers its id, for the notice.</summary>
    public static async Task<Guid> OfferUndoAsync(this YipanqiDb db, Actor actor, string kind, string title, object state, DateTime nowUtc, CancellationToken cancellation)
    {
        await db.Set<UndoOffer>().Where(o => o.PersonId == actor.PersonId && o.UntilUtc < nowUtc).ExecuteDeleteAsync(cancellation);
        var offer = UndoOffer.Of(actor, kind, title, state, nowUtc);
        db.Add(offer);
        return offer.Id;
    }
}
