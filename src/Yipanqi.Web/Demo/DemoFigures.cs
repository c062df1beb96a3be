using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>
/// Makes one reported figure from a quality between 0 and 1: the value lies that far from floor to target, and is reported the way
/// the item is counted, so that every rule of the assessment has something to work on. The same seed gives the same figures.
/// </summary>
public sealed class DemoFigures(SeededRandom random)
{
    private const double ItemSpread = .07;
    private const double NotDueShare = .02;
    private const double NotReportedShare = .006;

    public Reported Make(SchemeItem item, double quality, string source)
    {
        var luck = random.NextDouble();
        if (luck < NotReportedShare)
        {
            return new Reported(null, Absence: AbsenceReason.NotReported, Source: source);
        }

        if (luck < NotReportedShare + NotDueShare)
        {
            return new Reported(null, Absence: AbsenceReason.NotDue, Source: source);
        }

        var q = Math.Clamp(quality + (ItemSpread * random.NextGaussian()), 0, 1);
        var value = item.Floor!.Value + (q * (item.Target!.Value - item.Floor.Value));
        return item switch
        {
            { RatingSteps: > 0 } => Ratings(item, value, source),
            { Kind: FigureKind.Median } => Records(value, source),
            { Kind: FigureKind.MinHop } => Chain(value, source),
            { Kind: FigureKind.Difference } => Difference(value, source),
            { Kind: FigureKind.Mean } => Mean(value, source),
            _ => Ratio(item, value, source),
        };
    }

    private Reported Ratio(SchemeItem item, double share, string source)
    {
        var due = 6 + (int)(random.NextDouble() * 20);
        var met = Math.Clamp((int)Math.Round(share * due), 0, due);
        var parts = item.Weighted ? new ObservationParts { EffectiveSize = Math.Round(due * .8, 1) }.Write() : "";
        return new Reported(null, met, due, due, parts, Source: source);
    }

    private Reported Mean(double value, string source)
    {
        var count = 5 + (int)(random.NextDouble() * 10);
        return new Reported(null, Math.Round(value * count, 2), count, count, Source: source);
    }

    private Reported Ratings(SchemeItem item, double mean, string source)
    {
        var answers = 12 + (int)(random.NextDouble() * 25);
        var counts = new int[item.RatingSteps];
        var p = Math.Clamp((mean - 1) / (item.RatingSteps - 1), 0, 1);
        for (var i = 0; i < answers; i++)
        {
            var step = 0;
            for (var k = 1; k < item.RatingSteps; k++)
            {
                step += random.NextDouble() < p ? 1 : 0;
            }

            counts[step]++;
        }

        var sum = counts.Select((n, step) => n * (step + 1)).Sum();
        return new Reported(null, sum, answers, answers, new ObservationParts { Ratings = counts }.Write(), Source: source);
    }

    private Reported Records(double middle, string source)
    {
        var records = new double[5];
        for (var i = 0; i < records.Length; i++)
        {
            records[i] = Math.Round(Math.Max(0, middle * (1 + (.25 * (i - 2)))), 1);
        }

        return new Reported(records[2], SampleSize: records.Length, Parts: new ObservationParts { Records = records }.Write(), Source: source);
    }

    private Reported Chain(double ratio, string source)
    {
        const int upper = 40;
        const int lower = 120;
        var above = Math.Round(upper * (.85 + (.15 * random.NextDouble())));
        var below = Math.Clamp(Math.Round(lower * above / upper * ratio), 0, lower);
        var parts = new ObservationParts { Met = [above, below], Due = [upper, lower] };
        return new Reported(null, SampleSize: upper + lower, Parts: parts.Write(), Source: source);
    }

    private Reported Difference(double difference, string source)
    {
        const int due = 20;
        var unlinked = Math.Round(due * (.55 + (.2 * random.NextDouble())));
        var linked = Math.Clamp(Math.Round(unlinked + (difference * due)), 0, due);
        var parts = new ObservationParts { Met = [linked, unlinked], Due = [due, due] };
        return new Reported(null, SampleSize: 2 * due, Parts: parts.Write(), Source: source);
    }
}
