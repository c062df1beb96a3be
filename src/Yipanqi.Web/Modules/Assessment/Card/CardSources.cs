using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Where the figures of one organisation come from and who owes what lacks: its subtree, the units it is linked to, and their
/// observations of the quarter. Four commands.
/// </summary>
internal sealed class CardSources
{
    private const int MostLeft = 200;

    private readonly Dictionary<string, SchemeItem> items;
    private readonly Dictionary<string, Dictionary<int, SourceRow>> rows;
    private readonly MissingPolicy missing;
    private readonly int subject;

    private CardSources(SchemeDefinition definition, UnitForest forest, int subject, IEnumerable<SourceRow> rows)
    {
        (Forest, this.subject, missing) = (forest, subject, definition.NotReported);
        items = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Item!);
        this.rows = rows.GroupBy(r => r.ItemCode).ToDictionary(g => g.Key, g => g.Where(r => forest.Find(r.UnitId) is not null).ToDictionary(r => forest.Find(r.UnitId)!.Value));
    }

    public UnitForest Forest { get; }

    /// <summary>Source of a figure in words: the source named by its own observation, or of how many units it was pooled.</summary>
    public string SourceOf(string code, FigureOrigin origin)
    {
        if (origin == FigureOrigin.None)
        {
            return "";
        }

        var behind = Behind(code).Where(b => b.Counted).ToList();
        return behind is [var (unit, _, row)] && (origin == FigureOrigin.Own || row is { Source.Length: > 0 }) ? row?.Source ?? "" : $"由 {behind.Count} 个单位汇总";
    }

    /// <summary>Short names of the units that owe the figure.</summary>
    public IReadOnlyList<string> OwesOf(string code) =>
        [.. Behind(code).Where(b => !b.Counted && b.Row is null or { Reported.Absence: AbsenceReason.None or AbsenceReason.NotReported }).Select(b => b.Unit.ShortName)];

    /// <summary>Units behind a figure, those that owe it included.</summary>
    public IEnumerable<(ForestUnit Unit, bool Counted, SourceRow? Row)> Behind(string code)
    {
        var own = rows.GetValueOrDefault(code, []);
        var rollUp = new ItemRollUp(Forest, items[code], missing, unit => own.GetValueOrDefault(unit) is { } row ? OwnFigure.Of(items[code], row.Reported) : null);
        return rollUp.BehindOf(subject).Select(b => (Forest.Units[b.Unit], b.Counted, own.GetValueOrDefault(b.Unit)));
    }

    public static async Task<CardSources> LoadAsync(
        YipanqiDb db, Actor actor, Permission permission, Quarter quarter, SchemeDefinition definition, OrganisationScore line, CancellationToken cancellation)
    {
        var linked = await (
            from link in db.Set<UnitLink>()
            where link.PartyUnitId == line.UnitId || link.AdministrativeUnitId == line.UnitId
            join unit in db.Set<Unit>() on link.TenantId equals unit.TenantId
            where unit.Id != line.UnitId && (unit.Id == link.PartyUnitId || unit.Id == link.AdministrativeUnitId)
            select unit.Path).ToListAsync(cancellation);
        var left = await LeftSinceAsync(db, line, quarter.LastDay, cancellation);
        var tops = linked.Concat(left).Where(p => actor.Covers(permission, p)).Append(line.ScopePath).ToList();
        var forest = await UnitForest.LoadAsync(db, tops, quarter, cancellation);
        var key = quarter.Key;
        var rows = await (
            from unit in db.Set<Unit>().AsNoTracking().Within(tops, u => u.Path)
            join o in db.Set<Observation>() on new { unit.TenantId, UnitId = unit.Id } equals new { o.TenantId, o.UnitId }
            where o.QuarterKey == key
            select new SourceRow(
                o.UnitId, o.ItemCode, new Reported(o.Value, o.Numerator, o.Denominator, o.SampleSize, o.Parts, o.Absence, o.Source),
                o.Source, o.AsOfUtc, o.RecordedUtc, o.RecordedBy, o.ImportId)).ToListAsync(cancellation);
        var seen = rows.Select(r => (r.UnitId, r.ItemCode)).ToHashSet();
        await PackedObservations.ReadAsync(
            db, quarter, forest.Units.Select(u => u.Id).ToHashSet(),
            (unit, item, figure) =>
            {
                if (!seen.Contains((unit, item)))
                {
                    rows.Add(new SourceRow(
                        unit, item, figure.Reported, figure.Reported.Source, figure.From.AsOfUtc, figure.From.RecordedUtc, figure.From.PersonId, figure.From.ImportId));
                }
            },
            cancellation);
        return new CardSources(definition, forest, forest.Find(line.UnitId) ?? throw new InvalidOperationException("The organisation is no unit any more."), rows);
    }

    // Where those stand now that have moved out of the organisation since.
    private static Task<List<string>> LeftSinceAsync(YipanqiDb db, OrganisationScore line, DateOnly day, CancellationToken cancellation) => (
        from past in db.Set<UnitPast>()
        where past.FromDay <= day && past.ToDay >= day
        join parent in db.Set<Unit>().Within([line.ScopePath], u => u.Path) on new { past.TenantId, Id = past.ParentId } equals new { parent.TenantId, Id = (Guid?)parent.Id }
        join unit in db.Set<Unit>() on new { past.TenantId, Id = past.UnitId } equals new { unit.TenantId, unit.Id }
        where unit.ParentId != past.ParentId
        select unit.Path).Take(MostLeft).ToListAsync(cancellation);
}
