using System.Text;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>From one observation to the unit's own figure of the item.</summary>
internal static class OwnFigure
{
    /// <summary>Fewer anonymous answers than this are not shown: assessment rules, section 1, Suppressed.</summary>
    public const int LeastAnswers = 5;

    public static ItemFigure Of(SchemeItem item, Reported reported) =>
        Of(item, ItemObservations.Row.Of(reported), Encoding.UTF8.GetBytes(reported.Parts));

    /// <param name="text">JSON of <see cref="ObservationParts"/>; empty for none.</param>
    public static ItemFigure Of(SchemeItem item, in ItemObservations.Row reported, ReadOnlySpan<byte> text)
    {
        if (reported.Absence != AbsenceReason.None)
        {
            return ItemFigure.Absent(reported.Absence);
        }

        var parts = text.IsEmpty ? null : ObservationParts.Read(text);
        var figure = item.Kind switch
        {
            FigureKind.Ratio or FigureKind.Mean => Quotient(item, reported, parts),
            FigureKind.Median => Median(reported, parts),
            FigureKind.MinHop or FigureKind.Difference when parts is { Met: { } met, Due: { } due } => FromParts(item.Kind, [.. met, .. due]),
            _ => Bare(reported),
        };
        var answers = double.IsNaN(figure.Denominator) ? figure.Size : figure.Denominator;
        return IsAnonymous(item) && answers < LeastAnswers ? ItemFigure.Absent(AbsenceReason.Suppressed) : figure;
    }

    public static bool IsAnonymous(SchemeItem item) => item.Sources is [FigureSource.Survey, ..];

    /// <summary>Of met and due, one after the other.</summary>
    public static ItemFigure FromParts(FigureKind kind, double[] parts)
    {
        var met = parts.AsSpan(0, parts.Length / 2);
        var due = parts.AsSpan(parts.Length / 2);
        var pooled = kind == FigureKind.MinHop ? PartsFigure.MinHopRatio(met, due) : PartsFigure.Difference(met, due);
        return new(pooled.Value, pooled.Reason) { Parts = parts };
    }

    private static ItemFigure Quotient(SchemeItem item, in ItemObservations.Row reported, ObservationParts? parts)
    {
        var (numerator, denominator, counts) = (reported.Numerator, reported.Denominator, Array.Empty<double>());
        if (item.RatingSteps > 0 && parts?.Ratings is { } ratings)
        {
            counts = Array.ConvertAll(ratings, r => (double)r);
            (numerator, denominator) = (0, 0);
            for (var step = 0; step < counts.Length; step++)
            {
                numerator += (step + 1.0) * counts[step];
                denominator += counts[step];
            }
        }
        else if (item.Weighted && parts?.EffectiveSize is { } size)
        {
            counts = [size];
        }

        if (double.IsNaN(numerator) && !double.IsNaN(reported.Value) && reported.SampleSize > 0)
        {
            var (value, records) = (reported.Value, reported.SampleSize);
            return new(value, AbsenceReason.None, value * records, records, records) { Parts = counts };
        }

        return double.IsNaN(numerator) || double.IsNaN(denominator) ? Bare(reported)
            : denominator == 0 ? ItemFigure.Absent(AbsenceReason.NotDue)
            : new(numerator / denominator, AbsenceReason.None, numerator, denominator, double.IsNaN(reported.SampleSize) ? denominator : reported.SampleSize) { Parts = counts };
    }

    private static ItemFigure Median(in ItemObservations.Row reported, ObservationParts? parts)
    {
        if (parts?.Records is { Length: > 0 } records)
        {
            var counts = parts.Counts ?? Enumerable.Repeat(1.0, records.Length).ToArray();
            return new(Pool.WeightedMedian(records, counts), AbsenceReason.None, Size: counts.Sum()) { Records = (records, counts) };
        }

        var bare = Bare(reported);
        return bare.Size > 0 ? bare with { Records = ([bare.Value], [bare.Size]) } : bare;
    }

    private static ItemFigure Bare(in ItemObservations.Row reported) =>
        double.IsNaN(reported.Value) ? ItemFigure.Absent(AbsenceReason.NotReported) : new(reported.Value, AbsenceReason.None, Size: reported.SampleSize);
}
