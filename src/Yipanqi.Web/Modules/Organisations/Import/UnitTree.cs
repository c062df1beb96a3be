using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.Import;

/// <summary>Finds the parent of each row, in the file or in the database, and refuses circles, wrong tracks and trees that grow too deep.</summary>
internal static class UnitTree
{
    public static void Place(UnitPlan plan)
    {
        var byCode = plan.Rows.GroupBy(r => r.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var byName = plan.Rows.ToLookup(r => r.Name, StringComparer.Ordinal);
        foreach (var unit in plan.Rows)
        {
            FindParent(plan, unit, byCode, byName);
            CheckLinks(plan, unit, byCode);
        }

        RefuseCircles(plan);
        RefuseDepth(plan);
    }

    private static void FindParent(UnitPlan plan, PlannedUnit unit, Dictionary<string, PlannedUnit> byCode, ILookup<string, PlannedUnit> byName)
    {
        var told = unit.Row[UnitFields.Parent];
        if (told.Length == 0)
        {
            unit.Parent = unit.Existing is null ? plan.DefaultParent : plan.Known.ById(unit.Existing.ParentId);
            if (unit.Existing is null && unit.Track != default && (plan.DefaultParent is null || plan.DefaultParent.Track != unit.Track))
            {
                unit.Wrong(UnitFields.Parent, $"没有写上级，而上一步选的上级不是{UnitText.TrackName(unit.Track)}单位。请在“上级单位”一列填编码或名称。");
            }

            return;
        }

        var ofFile = byCode.GetValueOrDefault(told);
        var ofDatabase = ofFile is null ? plan.Known.ByCode(told) : null;
        List<PlannedUnit> rows = ofFile is not null ? [ofFile] : ofDatabase is not null ? [] : [.. byName[told].Where(r => r.Track == unit.Track)];
        List<Unit> units = ofDatabase is not null ? [ofDatabase]
            : ofFile is not null ? [] : [.. plan.Known.ByName(told).Where(u => u.Track == unit.Track && !byCode.ContainsKey(u.Code))];
        unit.Wrong(UnitFields.Parent, (rows.Count + units.Count) switch
        {
            0 => $"没有编码或名称为“{told}”的单位。请先导入上级，或改正编码。",
            1 => null,
            var many => $"有 {many} 个单位叫“{told}”。请改填上级的编码。",
        });
        unit.ParentRow = rows.Count == 1 && units.Count == 0 ? rows[0] : null;
        unit.Parent = unit.ParentRow?.Existing ?? (units.Count == 1 && rows.Count == 0 ? units[0] : null);
        CheckParent(plan, unit);
    }

    private static void CheckParent(UnitPlan plan, PlannedUnit unit)
    {
        var parentTrack = unit.ParentRow?.Track ?? unit.Parent?.Track ?? unit.Track;
        if (parentTrack != unit.Track && parentTrack != default && unit.Track != default)
        {
            unit.Wrong(UnitFields.Parent, $"上级是{UnitText.TrackName(parentTrack)}单位，本单位是{UnitText.TrackName(unit.Track)}单位。两条线的对应关系请填在“对应行政单位编码”。");
        }

        if (unit.Existing is { } existing && (unit.Parent is not null || unit.ParentRow is not null) && unit.Parent?.Id != existing.ParentId)
        {
            var current = plan.Known.ById(existing.ParentId)?.Name ?? "（无）";
            unit.Wrong(UnitFields.Parent, $"平台上的上级是“{current}”，导入不调整已有单位的隶属关系。请改回或清空这一格。");
        }
    }

    private static void CheckLinks(UnitPlan plan, PlannedUnit unit, Dictionary<string, PlannedUnit> byCode)
    {
        if (unit.Links is null)
        {
            return;
        }

        unit.Wrong(UnitFields.Links, unit.Track == Track.Administrative ? "行政单位不填这一列，请在党组织那一行填。" : null);
        foreach (var code in unit.Links)
        {
            var track = byCode.TryGetValue(code, out var row) ? row.Track : plan.Known.ByCode(code)?.Track;
            unit.Wrong(UnitFields.Links, track switch
            {
                null => $"没有编码为“{code}”的行政单位。请先导入它，或改正编码。",
                Track.Party => $"“{code}”是党组织，这里要填行政单位的编码。",
                _ => null,
            });
        }
    }

    private static void RefuseCircles(UnitPlan plan)
    {
        var safe = new HashSet<PlannedUnit>();
        foreach (var start in plan.Rows)
        {
            var way = new List<PlannedUnit>();
            var onWay = new HashSet<PlannedUnit>();
            var at = start;
            while (at is not null && !safe.Contains(at) && onWay.Add(at))
            {
                way.Add(at);
                at = at.Existing is null ? at.ParentRow : null;
            }

            if (at is not null && !safe.Contains(at))
            {
                var circle = way.SkipWhile(u => u != at).ToList();
                var names = string.Join(" → ", circle.Append(at).Take(5).Select(u => u.Code));
                circle.ForEach(u => u.Wrong(UnitFields.Parent, $"上级绕成了圈：{names}。请改正其中一个的上级。"));
                circle.ForEach(u => u.ParentRow = null);
            }

            safe.UnionWith(way);
        }
    }

    private static void RefuseDepth(UnitPlan plan)
    {
        foreach (var unit in plan.Rows.Where(u => u.Existing is null))
        {
            var depth = 1;
            var top = unit;
            for (; top.Existing is null && top.ParentRow is { } parent; top = parent)
            {
                depth++;
            }

            depth += top.Existing?.Depth - 1 ?? top.Parent?.Depth ?? 0;
            unit.Wrong(UnitFields.Parent, depth > Unit.MaxDepth ? $"单位层级到了第 {depth} 级，最多 {Unit.MaxDepth} 级。请核对上级。" : null);
        }
    }
}
