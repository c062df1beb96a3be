using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Sets for several units at once whether they are assessed and with whom they are compared: one save, one journal entry.</summary>
public sealed class AssessUnits(UnitOfWork unitOfWork, TimeProvider clock)
{
    public const int Most = 500;

    /// <param name="IsAssessed">Null leaves it as it is.</param>
    /// <param name="PeerGroup">Name of the group; empty for none, null leaves it as it is.</param>
    public sealed record Input(IReadOnlyList<Guid> UnitIds, bool? IsAssessed, string? PeerGroup);

    /// <param name="Left">Those asked for that the actor may not change.</param>
    /// <param name="Undo">The offer to take it back; null where nothing changed.</param>
    public sealed record Result(int Changed, int Unchanged, IReadOnlyList<Guid> Left, Guid? Undo);

    public async Task<Outcome<Result>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return new Refusal(EditUnit.RacedCode, "", "没有保存。刚才有人改过其中的单位，请核对后再改。");
        }
    }

    private async Task<Outcome<Result>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (Check(input) is { } refusal)
        {
            return refusal;
        }

        var ids = input.UnitIds.Distinct().ToList();
        var units = await db.Writable(actor).Where(u => ids.Contains(u.Id)).OrderBy(u => u.Code).ToListAsync(cancellation);
        if (units.Count == 0)
        {
            return UnitAccess.Absent;
        }

        var groups = await PeerGroups.LoadAsync(db, cancellation);
        var before = units.ConvertAll(UnitBefore.Of);
        var changed = units.Where(u => u.Assess(input.IsAssessed ?? u.IsAssessed, input.PeerGroup is { } name ? groups.IdOf(name.Trim()) : u.PeerGroupId)).ToList();
        Guid? undo = null;
        if (changed.Count > 0)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            undo = await db.OfferUndoAsync(actor, RestoreUnits.KindName, $"修改 {changed.Count} 个单位", before.Where(b => changed.Any(u => u.Id == b.Id)), now, cancellation);
            var detail = UnitSet.Detail(changed, new { assessed = input.IsAssessed, peer_group = input.PeerGroup });
            await db.SaveAsync(new Change(actor.PersonId, now, "unit.set", nameof(Unit), null, "", detail), cancellation);
        }

        return new Result(changed.Count, units.Count - changed.Count, [.. ids.Except(units.Select(u => u.Id))], undo);
    }

    private static Refusal? Check(Input input) =>
        input.UnitIds.Count is 0 or > Most ? new Refusal("unit.set", "", $"没有保存。请先在名单里选单位，一次最多 {Most} 个。")
        : input is { IsAssessed: null, PeerGroup: null } ? new Refusal("unit.set", nameof(Input.IsAssessed), "没有保存。请至少选一项要改的内容。")
        : UnitText.TooLong("同类组", input.PeerGroup ?? "", UnitText.PeerGroupLength) is { } fault ? new Refusal("unit.text", nameof(Input.PeerGroup), fault)
        : null;
}
