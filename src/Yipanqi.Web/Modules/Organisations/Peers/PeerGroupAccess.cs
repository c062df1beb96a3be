using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>Finding a group to change it, as it was read, with the reason that every change has.</summary>
internal static class PeerGroupAccess
{
    public static readonly Refusal Absent = new("peers.absent", "", "没有这个同类组，或者它的规则不归您管。");

    public static readonly Refusal Raced = new("peers.raced", "", "没有保存。刚才有人改过这个组的规则。您填的内容还在，请核对后再保存。");

    public static async Task<Outcome<PeerGroup>> FindGroupAsync(this YipanqiDb db, Actor actor, Guid id, int version, string reason, CancellationToken cancellation)
    {
        var group = PeersQuery.MayRule(actor) ? await db.Set<PeerGroup>().SingleOrDefaultAsync(g => g.Id == id && g.ClosedDay == null, cancellation) : null;
        return group is null ? Absent
            : group.Version != version ? Raced
            : reason.Length is 0 or > SetPeerGroup.ReasonLength ? new Refusal("peers.reason", "Reason", $"请写明理由，{SetPeerGroup.ReasonLength} 字以内。")
            : group;
    }
}
