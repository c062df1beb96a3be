using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>Puts a unit into another peer group by hand, with a reason: who is compared with whom is not changed silently.</summary>
public sealed class SetPeerGroup(UnitOfWork unitOfWork, TimeProvider clock)
{
    public const int ReasonLength = 500;

    /// <param name="GroupId">Null for no group: the unit is not ranked.</param>
    public sealed record Input(Guid UnitId, int Version, Guid? GroupId, string Reason);

    /// <summary>Answers the offer to take it back.</summary>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return Raced("有人");
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (await db.FindWritableAsync(actor, input.UnitId, cancellation) is not { } unit)
        {
            return UnitAccess.Absent;
        }

        if (unit.Version != input.Version)
        {
            return Raced(await db.LastEditorAsync(unit.Id, cancellation) ?? "有人");
        }

        if (input.Reason.Length is 0 or > ReasonLength)
        {
            return new Refusal("peers.reason", nameof(input.Reason), $"请写明为什么换组，{ReasonLength} 字以内。");
        }

        if (input.GroupId is { } id && !await db.Set<PeerGroup>().AnyAsync(g => g.Id == id && g.ClosedDay == null, cancellation))
        {
            return new Refusal("peers.group", nameof(input.GroupId), "请从名单里选一个同类组。");
        }

        var before = UnitBefore.Of(unit);
        if (!unit.Assess(unit.IsAssessed, input.GroupId))
        {
            return new Refusal("peers.group", nameof(input.GroupId), "它现在就在这个组。请另选一个。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var undo = await db.OfferUndoAsync(actor, RestoreUnits.KindName, $"修改单位 {unit.Name}", new[] { before }, now, cancellation);
        var detail = JsonSerializer.Serialize(new { from = before.PeerGroupId, to = input.GroupId });
        await db.SaveAsync(new Change(actor.PersonId, now, "unit.peer-group-set", nameof(Unit), unit.Id, input.Reason, detail), cancellation);
        return undo;
    }

    private static Refusal Raced(string who) => new(EditUnit.RacedCode, "", $"没有保存。{who}刚改过这条记录。您填的内容还在，请核对后再保存。");
}
