using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.Import;

/// <summary>Puts a plan without faults into the context: parents before children, then links.</summary>
internal static class UnitWriter
{
    public static ImportResult Write(YipanqiDb db, UnitPlan plan)
    {
        var units = new Dictionary<PlannedUnit, Unit>();
        foreach (var row in plan.Rows)
        {
            Found(db, plan, units, row);
        }

        var byCode = plan.Rows.ToDictionary(r => r.Code, r => units[r], StringComparer.Ordinal);
        foreach (var row in plan.Rows.Where(r => r.Links is not null))
        {
            Link(db, plan, units[row], row, byCode);
        }

        var changed = plan.Rows.Where(r => r.Change != RowChange.Unchanged).ToList();
        var added = changed.Count(r => r.Change == RowChange.Added);
        var link = plan.Rows.Select(r => r.Track).Distinct().ToList() is [var track] ? $"/units?track={track.ToString().ToLowerInvariant()}" : "/units";
        return new ImportResult(added, changed.Count - added, plan.Rows.Count - changed.Count, [.. changed.Select(r => r.Code)], link);
    }

    // Depth is limited, so the way up to a parent that exists is short.
    private static Unit Found(YipanqiDb db, UnitPlan plan, Dictionary<PlannedUnit, Unit> units, PlannedUnit row)
    {
        if (units.TryGetValue(row, out var unit))
        {
            return unit;
        }

        unit = row.Existing;
        if (unit is null)
        {
            unit = Unit.New(db.TenantId, row.Code, row.Name, row.Track, row.ParentRow is { } parent ? Found(db, plan, units, parent) : row.Parent);
            db.Add(unit);
        }

        unit.Describe(row.Name, row.ShortName, row.Kind, row.SortOrder, row.Note);
        unit.Assess(row.IsAssessed, plan.Groups.IdOf(row.PeerGroup));
        return units[row] = unit;
    }

    private static void Link(YipanqiDb db, UnitPlan plan, Unit party, PlannedUnit row, Dictionary<string, Unit> byCode)
    {
        var wanted = row.Links!.Select(code => byCode.GetValueOrDefault(code) ?? plan.Known.ByCode(code)!).ToDictionary(u => u.Id);
        var present = plan.Known.LinkRowsOf(party).ToList();
        db.RemoveRange(present.Where(l => !wanted.ContainsKey(l.AdministrativeUnitId) && plan.Known.ById(l.AdministrativeUnitId) is not null));
        db.AddRange(wanted.Values.Where(u => present.All(l => l.AdministrativeUnitId != u.Id)).Select(u => UnitLink.Between(party, u)));
    }
}
