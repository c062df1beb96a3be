using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Shell.Views;

/// <summary>What the actor keeps for a list: their own views, nobody else's.</summary>
public sealed class ListViewQuery(UnitOfWork unitOfWork)
{
    public async Task<ListView> FindAsync(Actor actor, string list, ListAddress address, CancellationToken cancellation)
    {
        var kept = await unitOfWork.ReadAsync(
            actor.TenantId,
            db => db.Set<SavedView>().Where(v => v.PersonId == actor.PersonId && v.List == list)
                .Select(v => new SavedViewLine(v.Id, v.Name, v.Query, v.Columns, v.IsDefault)).ToListAsync(cancellation),
            cancellation);
        return ListView.Of(list, kept, address);
    }
}
