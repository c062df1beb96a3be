using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One past quarter scored by the scheme it was published by and by another: who would stand where. Formulas are the engine's; nothing is kept.</summary>
internal sealed class TrialRun
{
    /// <summary>More organisations that move are counted, not listed.</summary>
    public const int MostMoves = 30;

    /// <summary>Items that explain a move.</summary>
    public const int MostCauses = 3;

    /// <summary>No quarter before.</summary>
    public static readonly IReadOnlyDictionary<Guid, double> Nobody = new Dictionary<Guid, double>();

    private readonly PastQuarter past;
    private readonly TrialSide before;
    private readonly TrialSide after;
    private readonly IReadOnlyList<SchemeNode>? items;

    private TrialRun(PastQuarter past, TrialSide before, TrialSide after, IReadOnlyList<SchemeNode>? items) =>
        (this.past, this.before, this.after, this.items) = (past, before, after, items);

    /// <summary>Index of each organisation by the scheme tried, for the next quarter's falls.</summary>
    public IReadOnlyDictionary<Guid, double> IndexAfter => ByUnit(after);

    public IReadOnlyDictionary<Guid, double> IndexBefore => ByUnit(before);

    /// <param name="previousBefore">Index by unit of the quarter right before, as published; empty where there is none.</param>
    /// <param name="previousAfter">The same by the scheme tried.</param>
    public static TrialRun Of(PastQuarter past, SchemeDefinition tried, IReadOnlyDictionary<Guid, double> previousBefore, IReadOnlyDictionary<Guid, double> previousAfter)
    {
        var tree = CommonTree.Of(past.Definition, tried);
        try
        {
            var side = TrialSide.Of(past, tree.Before, tree.ItemBefore, previousBefore);
            var other = TrialSide.Of(past, tree.After, tree.ItemAfter, previousAfter);
            return new(past, side, other, [.. other.Run.Structure.Nodes.Take(other.Run.Structure.ItemCount).Select(n => tree.ItemAfter(n.Code))]);
        }
        catch (IndexRefusedException)
        {
            // Trees of another depth, mean or scale cannot be set against each other item by item: then only the results are compared.
            return new(past, TrialSide.Of(past, past.Definition, previousBefore), TrialSide.Of(past, tried, previousAfter), null);
        }
    }

    public TrialQuarter Result(SchemeDefinition tried)
    {
        var missing = SchemeTree.Rows(tried).Where(r => r.Node.Item is not null && !past.Has(r.Node)).ToList();
        var rows = Enumerable.Range(0, past.Subjects.Count).ToList();
        var scored = rows.Where(r => !double.IsNaN(before.Index(r)) && !double.IsNaN(after.Index(r))).ToList();
        var moved = rows.Where(r => before.Ranks[r] != after.Ranks[r] || before.LevelOf(r) != after.LevelOf(r)).ToList();
        return new(past.Head, past.Subjects.Count)
        {
            ScoredBefore = rows.Count(r => !double.IsNaN(before.Index(r))),
            ScoredAfter = rows.Count(r => !double.IsNaN(after.Index(r))),
            Moved = moved.Count,
            LevelsChanged = rows.Count(r => before.LevelOf(r) != after.LevelOf(r)),
            Better = rows.Count(r => before.LevelOf(r) is { } old && after.LevelOf(r) is { } now && now < old),
            Correlation = Correlation.Spearman([.. scored.Select(before.Index)], [.. scored.Select(after.Index)]),
            Missing = [.. missing.Select(m => m.Node)],
            MissingShare = missing.Sum(m => m.Share),
            IsExplained = items is not null,
            Moves = [.. moved.OrderByDescending(RanksMoved).ThenByDescending(r => Math.Abs(Change(r))).ThenBy(r => r).Take(MostMoves).Select(MoveOf)],
        };
    }

    private int RanksMoved(int row) => before.Ranks[row] > 0 && after.Ranks[row] > 0 ? Math.Abs(before.Ranks[row] - after.Ranks[row]) : 0;

    private double Change(int row) => double.IsNaN(after.Index(row) - before.Index(row)) ? 0 : after.Index(row) - before.Index(row);

    private TrialMove MoveOf(int row) => new(
        past.Subjects[row].UnitId, past.Subjects[row].ShortName, Figure(before.Index(row)), Figure(after.Index(row)), before.Ranks[row], after.Ranks[row],
        before.LevelOf(row), after.LevelOf(row), CausesOf(row));

    private IReadOnlyList<TrialCause> CausesOf(int row)
    {
        if (items is null || Contributions.Of(before.Period(row), after.Period(row)) is not { } parts)
        {
            return [];
        }

        return [.. parts.Where(p => Math.Abs(p.Total) > 1e-9).OrderByDescending(p => Math.Abs(p.Total)).Take(MostCauses)
            .Select(p => new TrialCause(items[p.Item].Code, items[p.Item].Name, p.Total, p.Weight, p.Value))];
    }

    private Dictionary<Guid, double> ByUnit(TrialSide side) =>
        Enumerable.Range(0, past.Subjects.Count).Where(r => !double.IsNaN(side.Index(r))).ToDictionary(r => past.Subjects[r].UnitId, side.Index);

    private static double? Figure(double figure) => double.IsNaN(figure) ? null : figure;
}
