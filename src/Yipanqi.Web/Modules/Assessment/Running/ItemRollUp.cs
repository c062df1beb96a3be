using Yipanqi.Engine.CompositeIndex;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// One item over all units: own figures, pooled where a unit has none, and what becomes of it for an assessed organisation.
/// An own observation wins over pooling; one that only says "not reported" does not.
/// </summary>
internal sealed class ItemRollUp(UnitForest forest, SchemeItem item, MissingPolicy missing, IReadOnlyDictionary<int, Reported> observations)
{
    private readonly ItemFigure?[] figures = new ItemFigure?[forest.Units.Count];

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
            _ => FigurePool.Of(item.Kind, [.. roots.Select(Pooled)]),
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

    private ItemFigure Pooled(int unit)
    {
        if (figures[unit] is { } known)
        {
            return known;
        }

        var below = Below(unit);
        var figure = Own(unit)
            ?? (below.Count == 0 ? ItemFigure.Absent(Silence) : FigurePool.Of(item.Kind, [.. below.Select(Pooled)]));
        return figures[unit] = figure;
    }

    private ItemFigure? Own(int unit) =>
        observations.TryGetValue(unit, out var reported) && OwnFigure.Of(item, reported) is { Reason: not AbsenceReason.NotReported } own ? own : null;

    // Judged on the whole figure, not on the parts it was pooled from. What was left out by the scheme drops out.
    private ItemFigure Settled(ItemFigure figure) => figure switch
    {
        { Reason: AbsenceReason.NotReported } => figure with { Reason = Silence },
        { Reason: AbsenceReason.None } when figure.Denominator < item.LeastSize => ItemFigure.Absent(AbsenceReason.NotDue),
        _ => figure,
    };
}
