using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>Gives a peer group another name, with the reason. Its units, its rule and its past stay its own.</summary>
public sealed class RenamePeerGroup(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid GroupId, int Version, string Name, string Reason);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return PeerGroupAccess.Raced;
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var found = await db.FindGroupAsync(actor, input.GroupId, input.Version, input.Reason, cancellation);
        if (!found.IsDone)
        {
            return Outcome<Guid>.Refused(found.Refusals);
        }

        var (group, name) = (found.Value, input.Name);
        if (name.Length is 0 or > PeerGroup.NameLength || name == group.Name)
        {
            return new Refusal("peers.name", nameof(input.Name), $"请填新的名称，{PeerGroup.NameLength} 字以内。");
        }

        if (await db.Set<PeerGroup>().AnyAsync(g => g.Name == name, cancellation))
        {
            return new Refusal("peers.name", nameof(input.Name), $"已有或曾有叫“{name}”的同类组，请换一个名称。");
        }

        var detail = JsonSerializer.Serialize(new { from = group.Name, to = name });
        group.Rename(name);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "peer-group.renamed", nameof(PeerGroup), group.Id, input.Reason, detail), cancellation);
        return group.Id;
    }
}
