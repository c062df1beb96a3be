using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// From what units' own records come to, to what units report. A unit with units below it reports its own records and theirs together, since its own
/// figure stands in place of pooling; a unit at the end of the tree without records reports that nothing fell due.
/// </summary>
internal static class SourcedTotals
{
    /// <param name="items">Items of the scheme by code.</param>
    /// <param name="codes">Which of them the source computes.</param>
    public static IEnumerable<(Guid UnitId, string ItemCode, Reported Reported)> Of(
        UnitForest forest, IReadOnlyDictionary<string, SchemeItem> items, IEnumerable<string> codes, IReadOnlyList<SourcedFigure> figures, string source)
    {
        var byItem = figures.ToLookup(f => f.ItemCode);
        foreach (var (code, item) in codes.Where(items.ContainsKey).Order(StringComparer.Ordinal).Select(c => (c, items[c])))
        {
            var totals = Totals(forest, byItem[code]);
            for (var unit = 0; unit < forest.Units.Count; unit++)
            {
                if (totals[unit] is { IsOwn: true, Sum: { } sum })
                {
                    yield return (forest.Units[unit].Id, code, sum.ToReported(source));
                }
                else if (forest.ChildrenOf(unit).Count == 0 && !forest.Units[unit].IsClosed && item.Pool != PoolOver.None && ItemRollUp.TrackOf(item.Pool) == forest.Units[unit].Track)
                {
                    yield return (forest.Units[unit].Id, code, new Reported(null, Absence: AbsenceReason.NotDue, Source: source));
                }
            }
        }
    }

    // Children come after their parents: from the end, each total is complete when its parent takes it.
    private static (SourcedFigure? Sum, bool IsOwn)[] Totals(UnitForest forest, IEnumerable<SourcedFigure> figures)
    {
        var totals = new (SourcedFigure? Sum, bool IsOwn)[forest.Units.Count];
        foreach (var figure in figures)
        {
            if (forest.Find(figure.UnitId) is { } unit)
            {
                totals[unit] = (totals[unit].Sum?.And(figure) ?? figure, true);
            }
        }

        for (var unit = totals.Length - 1; unit >= 0; unit--)
        {
            foreach (var child in forest.ChildrenOf(unit))
            {
                totals[unit] = totals[child].Sum is not { } below ? totals[unit] : (totals[unit].Sum?.And(below) ?? below, totals[unit].IsOwn);
            }
        }

        return totals;
    }
}
