using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A department enters figures of one item for several organisations. An empty figure takes one away. Nothing counts before the signature.</summary>
public sealed class SupplyFigures(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Figures">As typed, by organisation.</param>
    public sealed record Input(Quarter Quarter, string ItemCode, IReadOnlyDictionary<Guid, string> Figures);

    public Task<Outcome<int>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<int>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (node, sheet, refusal) = await db.OpenSheetAsync(actor, input.Quarter, input.ItemCode, cancellation);
        if (refusal is not null || sheet!.IsSigned)
        {
            return refusal ?? SupplyAccess.Signed;
        }

        var ids = input.Figures.Keys.ToList();
        var units = await db.Supplied().Where(u => ids.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancellation);
        var (key, code) = (input.Quarter.Key, node!.Code);
        var known = await db.Set<SuppliedFigure>().Where(f => f.QuarterKey == key && f.ItemCode == code && ids.Contains(f.UnitId)).ToDictionaryAsync(f => f.UnitId, cancellation);
        if (units.Count < ids.Count)
        {
            return SupplyAccess.Absent;
        }

        if (Wrong(node, input.Figures) is { Count: > 0 } wrong)
        {
            return Outcome<int>.Refused(wrong);
        }

        var changed = input.Figures.Where(f => Put(db, sheet, node, known.GetValueOrDefault(f.Key), f.Key, f.Value.Trim(), actor.PersonId, now)).Select(f => f.Key).ToList();
        if (changed.Count == 0)
        {
            return 0;
        }

        var detail = JsonSerializer.Serialize(new { quarter = input.Quarter.ToString(), item = code, changed = changed.Count });
        await db.SaveAsync(new Change(actor.PersonId, now, "supply.entered", nameof(SuppliedFigure), null, "", detail), cancellation);
        return changed.Count;
    }

    internal static bool Put(YipanqiDb db, SupplySheet sheet, SchemeNode node, SuppliedFigure? known, Guid unitId, string typed, Guid personId, DateTime now)
    {
        if (typed.Length == 0)
        {
            if (known is not null)
            {
                db.Remove(known);
            }

            return known is not null;
        }

        var figure = known ?? SuppliedFigure.New(sheet, unitId);
        if (known is null)
        {
            db.Add(figure);
        }

        return figure.Take(FigureEntry.Write(FigureEntry.Parse(node, typed).Reported!), personId, now);
    }

    private static List<Refusal> Wrong(SchemeNode node, IReadOnlyDictionary<Guid, string> figures) =>
        [.. figures.Where(f => f.Value.Trim().Length > 0).Select(f => new Refusal("supply.figure", f.Key.ToString(), FigureEntry.Parse(node, f.Value).Wrong)).Where(r => r.Message.Length > 0)];
}
