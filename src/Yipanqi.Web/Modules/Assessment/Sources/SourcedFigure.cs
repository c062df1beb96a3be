using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a unit's own records come to for one item: counts that add up, never a quotient.</summary>
/// <param name="Numerator">Of a share or a mean; 0 where only the parts say it.</param>
/// <param name="Denominator">What fell due; 0 says that nothing did.</param>
public sealed record SourcedFigure(Guid UnitId, string ItemCode, double Numerator, double Denominator)
{
    /// <summary>The records of a median.</summary>
    public IReadOnlyList<double> Records { get; init; } = [];

    /// <summary>How often each of <see cref="Records"/> was found, where they are many and few differ: then these are in order and each stands once. Else empty.</summary>
    public IReadOnlyList<double> Counts { get; init; } = [];

    /// <summary>Met by level from the top down, or of linked and then of unlinked tasks.</summary>
    public IReadOnlyList<double> Met { get; init; } = [];

    /// <summary>Due, in the order of <see cref="Met"/>.</summary>
    public IReadOnlyList<double> Due { get; init; } = [];

    /// <summary>How many rated 1 to 5.</summary>
    public IReadOnlyList<int> Ratings { get; init; } = [];

    /// <summary>Of a share weighted by importance: Σw² of what fell due.</summary>
    public double SquaredWeights { get; init; }

    public SourcedFigure And(SourcedFigure other)
    {
        var (records, counts) = Counts.Count + other.Counts.Count > 0 ? Merged(other) : ([.. Records, .. other.Records], []);
        return this with
        {
            Numerator = Numerator + other.Numerator,
            Denominator = Denominator + other.Denominator,
            Records = records,
            Counts = counts,
            Met = Sum(Met, other.Met),
            Due = Sum(Due, other.Due),
            Ratings = [.. Sum([.. Ratings.Select(r => (double)r)], [.. other.Ratings.Select(r => (double)r)]).Select(r => (int)r)],
            SquaredWeights = SquaredWeights + other.SquaredWeights,
        };
    }

    /// <summary>The figure as it is stored. Nothing due is said so.</summary>
    public Reported ToReported(string source)
    {
        var nothing = Denominator == 0 && Records.Count == 0 && Due.Sum() == 0 && Ratings.Sum() == 0;
        if (nothing)
        {
            return new(null, Absence: AbsenceReason.NotDue, Source: source);
        }

        var parts = new ObservationParts
        {
            Records = Records.Count > 0 ? [.. Records.Order()] : null,
            Counts = Counts.Count > 0 ? [.. Counts] : null,
            Met = Due.Count > 0 ? [.. Met] : null,
            Due = Due.Count > 0 ? [.. Due] : null,
            Ratings = Ratings.Count > 0 ? [.. Ratings] : null,
            EffectiveSize = SquaredWeights > 0 ? Denominator * Denominator / SquaredWeights : null,
        };
        var told = parts == new ObservationParts() ? "" : parts.Write();
        return Denominator > 0 ? new(null, Numerator, Denominator, Parts: told, Source: source) : new(null, Parts: told, Source: source);
    }

    private (IReadOnlyList<double> Records, IReadOnlyList<double> Counts) Merged(SourcedFigure other)
    {
        var both = Counted().Concat(other.Counted()).GroupBy(r => r.Value, r => r.Count).OrderBy(g => g.Key).ToList();
        return ([.. both.Select(g => g.Key)], [.. both.Select(g => g.Sum())]);
    }

    private IEnumerable<(double Value, double Count)> Counted() => Records.Select((r, at) => (r, Counts.Count > 0 ? Counts[at] : 1));

    // Chains of different length are added from the top level down.
    private static IReadOnlyList<double> Sum(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        one.Count == 0 ? other : other.Count == 0 ? one
        : [.. Enumerable.Range(0, Math.Max(one.Count, other.Count)).Select(i => one.ElementAtOrDefault(i) + other.ElementAtOrDefault(i))];
}
