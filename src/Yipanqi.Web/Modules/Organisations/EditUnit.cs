using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Changes what is told of a unit. Whoever saves second, having read before the first save, is told so and loses nothing typed.</summary>
public sealed class EditUnit(UnitOfWork unitOfWork, TimeProvider clock)
{
    public const string RacedCode = "unit.raced";

    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid UnitId, int Version, UnitValues Values);

    /// <summary>Answers the offer to take it back; null where nothing changed.</summary>
    public async Task<Outcome<Guid?>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid?>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            // Between reading and saving someone saved this unit, or founded the same new peer group.
            return Raced("有人");
        }
    }

    private async Task<Outcome<Guid?>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var unit = await db.FindWritableAsync(actor, input.UnitId, cancellation);
        if (unit is null)
        {
            return UnitAccess.Absent;
        }

        if (unit.Version != input.Version)
        {
            return Raced(await db.LastEditorAsync(unit.Id, cancellation) ?? "有人");
        }

        if (UnitText.Check(input.Values) is { Count: > 0 } refusals)
        {
            return Outcome<Guid?>.Refused(refusals);
        }

        var groups = await PeerGroups.LoadAsync(db, cancellation);
        var before = UnitBefore.Of(unit);
        if (!groups.ApplyTo(unit, input.Values))
        {
            return Outcome<Guid?>.Done(null);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Guid? undo = await db.OfferUndoAsync(actor, RestoreUnits.KindName, $"修改单位 {unit.Name}", new[] { before }, now, cancellation);
        var detail = JsonSerializer.Serialize(new { fields = Changed(before, unit) });
        await db.SaveAsync(new Change(actor.PersonId, now, "unit.edited", nameof(Unit), unit.Id, "", detail), cancellation);
        return undo;
    }

    private static List<string> Changed(UnitBefore before, Unit unit)
    {
        (string Field, bool Differs)[] all =
        [
            ("name", before.Name != unit.Name), ("short_name", before.ShortName != unit.ShortName), ("kind", before.Kind != unit.Kind), ("sort", before.SortOrder != unit.SortOrder),
            ("note", before.Note != unit.Note), ("assessed", before.IsAssessed != unit.IsAssessed), ("peer_group", before.PeerGroupId != unit.PeerGroupId),
        ];
        return [.. all.Where(f => f.Differs).Select(f => f.Field)];
    }

    private static Refusal Raced(string who) =>
        new(RacedCode, "", $"没有保存。{who}刚改过这条记录。您填的内容还在，请对照现在的内容；再保存一次即以您填的为准。");
}
