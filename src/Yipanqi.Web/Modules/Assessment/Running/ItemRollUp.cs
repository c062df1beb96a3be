using Yipanqi.Engine.CompositeIndex;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// One item over all units: own figures, pooled where a unit has none, and what becomes of it for an assessed organisation.
/// An own observation wins over pooling; one that only says "not reported" does not.
/// </summary>
/// <param name="used">A table of an item before, emptied and used again; null makes one.</param>
internal sealed class ItemRollUp(UnitForest forest, SchemeItem item, MissingPolicy missing, Func<int, ItemFigure?> observed, FigureTable? used = null)
{
    private readonly FigureTable figures = used?.Emptied() ?? new(forest.Units.Count);

    private AbsenceReason Silence => missing == MissingPolicy.LeftOut ? AbsenceReason.NotApplicable : AbsenceReason.NotReported;

    /// <summary>The figure of an assessed organisation and where it comes from.</summary>
    public (ItemFigure Figure, FigureOrigin Origin) Of(int subject)
    {
        if (Own(subject) is { } own)
        {
            return (Settled(own), own.Reason == AbsenceReason.None ? FigureOrigin.Own : FigureOrigin.None);
        }

        if (item.Pool == PoolOver.None)
        {
            return (ItemFigure.Absent(Silence), FigureOrigin.None);
        }

        var roots = forest.RootsOf(subject, TrackOf(item.Pool));
        var figure = roots.Count switch
        {
            0 => ItemFigure.Absent(AbsenceReason.NotApplicable),
            1 => Pooled(roots[0]),
            _ => Pooled(roots),
        };
        var origin = figure.Reason != AbsenceReason.None ? FigureOrigin.None
            : roots is [var root] && root == subject ? FigureOrigin.Pooled
            : FigureOrigin.Linked;
        return (Settled(figure), origin);
    }

    /// <summary>Units whose own observation is in the figure of an organisation (true), or is missing for it (false).</summary>
    public IEnumerable<(int Unit, bool Counted)> BehindOf(int subject)
    {
        var roots = Own(subject) is not null ? [subject] : item.Pool == PoolOver.None ? [subject] : forest.RootsOf(subject, TrackOf(item.Pool));
        return roots.SelectMany(root => Behind(root));
    }

    /// <summary>Takes a unit's figure as pooled before, so that what is below it need not be read again.</summary>
    public void Know(int unit, ItemFigure figure)
    {
        if (Own(unit) is null)
        {
            figures.Keep(unit, FigureTable.Kept.Pooled, figure);
        }
    }

    public static Track TrackOf(PoolOver pool) => pool == PoolOver.Party ? Track.Party : Track.Administrative;

    // A unit closed in the quarter counts by what it had; it owes nothing.
    private IReadOnlyList<int> Below(int unit) => forest.HasClosed ? [.. forest.ChildrenOf(unit).Where(c => !forest.Units[c].IsClosed || Own(c) is not null || Below(c).Count > 0)] : forest.ChildrenOf(unit);

    private IEnumerable<(int Unit, bool Counted)> Behind(int unit)
    {
        var below = Below(unit);
        return Own(unit) is { } own ? [(unit, own.Reason == AbsenceReason.None || own.Parts.Length > 0)]
            : below.Count == 0 || item.Pool == PoolOver.None ? [(unit, false)]
            : below.SelectMany(Behind);
    }

    /// <summary>The figure of a unit that its parent or an organisation takes from it; null where the item is not pooled over its tree.</summary>
    public ItemFigure? PooledOver(int unit) => item.Pool != PoolOver.None && TrackOf(item.Pool) == forest.Units[unit].Track ? Pooled(unit) : null;

    // Its own, or pooled over what is below it.
    private ItemFigure Pooled(int unit)
    {
        if (Own(unit) is { } own)
        {
            return own;
        }

        if (figures.StateOf(unit) == FigureTable.Kept.Pooled)
        {
            return figures[unit];
        }

        var below = Below(unit);
        return figures.Keep(
            unit, FigureTable.Kept.Pooled, below.Count == 0 ? ItemFigure.Absent(Silence) : Pooled(below));
    }

    private ItemFigure Pooled(IReadOnlyList<int> units)
    {
        var pooled = new ItemFigure[units.Count];
        for (var i = 0; i < pooled.Length; i++)
        {
            pooled[i] = Pooled(units[i]);
        }

        return FigurePool.Of(item.Kind, pooled);
    }

    // A branch is asked twice, by its parent and as an organisation of its own: what it reported is read once.
    private ItemFigure? Own(int unit)
    {
        switch (figures.StateOf(unit))
        {
            case FigureTable.Kept.Own:
                return figures[unit];
            case FigureTable.Kept.Nothing when observed(unit) is { Reason: not AbsenceReason.NotReported } own:
                return figures.Keep(unit, FigureTable.Kept.Own, own);
            case FigureTable.Kept.Nothing:
                figures.HasNone(unit);
                return null;
            default:
                return null;
        }
    }

    // Judged on the whole figure, not on the parts it was pooled from. What was left out by the scheme drops out.
    private ItemFigure Settled(ItemFigure figure) => figure switch
    {
        { Reason: AbsenceReason.NotReported } => figure with { Reason = Silence },
        { Reason: AbsenceReason.None } when figure.Denominator < item.LeastSize => ItemFigure.Absent(AbsenceReason.NotDue),
        _ => figure,
    };
}
