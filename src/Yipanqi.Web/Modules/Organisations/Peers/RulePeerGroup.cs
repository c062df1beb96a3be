using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>Writes the rule of a peer group: kinds, size, what it rests on. It moves nobody; it points out who does not fit.</summary>
public sealed class RulePeerGroup(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid GroupId, int Version, string KindWords, string Least, string Most, string Basis);

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
        var group = PeersQuery.MayRule(actor) ? await db.Set<PeerGroup>().SingleOrDefaultAsync(g => g.Id == input.GroupId && g.ClosedDay == null, cancellation) : null;
        if (group is null)
        {
            return PeerGroupAccess.Absent;
        }

        if (group.Version != input.Version)
        {
            return PeerGroupAccess.Raced;
        }

        var refusals = new List<Refusal>();
        Add("KindWords", UnitText.TooLong("类别", input.KindWords, PeerGroup.KindWordsLength));
        Add("Basis", input.Basis.Length == 0 ? "依据没有填。请写分组所依据的文件或决定。" : UnitText.TooLong("依据", input.Basis, PeerGroup.BasisLength));
        var (least, most) = (Number("Least", input.Least), Number("Most", input.Most));
        Add("Most", least > most ? "最多人数要不小于最少人数。" : null);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        group.Rule(input.KindWords, least, most, input.Basis);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "peer-group.ruled", nameof(PeerGroup), group.Id, input.Basis), cancellation);
        return group.Id;

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(new Refusal("peers.text", field, message));
            }
        }

        int? Number(string field, string text)
        {
            var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100_000;
            Add(field, text.Length == 0 || read ? null : "人数要填 0 到 100000 的整数，不限的留空。");
            return text.Length > 0 && read ? number : null;
        }
    }
}
