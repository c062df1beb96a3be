using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Figures of one item by place of the unit, kept as columns: one object for each of a province's units would cost more to keep than to
/// calculate.
/// </summary>
internal sealed class FigureTable(int units)
{
    private readonly Kept[] kept = new Kept[units];
    private readonly double[] values = new double[units];
    private readonly double[] numerators = new double[units];
    private readonly double[] denominators = new double[units];
    private readonly double[] sizes = new double[units];
    private readonly AbsenceReason[] reasons = new AbsenceReason[units];

    // Most items have neither.
    private double[]?[] parts = [];
    private (double[] Values, double[] Weights)?[] records = [];

    /// <summary>What is known of a unit.</summary>
    public enum Kept : byte
    {
        Nothing = 0,

        /// <summary>It has no figure of its own; what is below it was not pooled yet.</summary>
        NotOwn,

        Own,

        Pooled,
    }

    /// <summary>The same table without what it knew.</summary>
    public FigureTable Emptied()
    {
        Array.Clear(kept);
        (parts, records) = ([], []);
        return this;
    }

    public Kept StateOf(int unit) => kept[unit];

    public void HasNone(int unit) => kept[unit] = Kept.NotOwn;

    public ItemFigure this[int unit] => new(values[unit], reasons[unit], numerators[unit], denominators[unit], sizes[unit])
    {
        Parts = parts.Length == 0 ? [] : parts[unit] ?? [],
        Records = records.Length == 0 ? null : records[unit],
    };

    public ItemFigure Keep(int unit, Kept state, in ItemFigure figure)
    {
        kept[unit] = state;
        (values[unit], reasons[unit]) = (figure.Value, figure.Reason);
        (numerators[unit], denominators[unit], sizes[unit]) = (figure.Numerator, figure.Denominator, figure.Size);
        if (figure.Parts.Length > 0)
        {
            parts = parts.Length == 0 ? new double[]?[units] : parts;
            parts[unit] = figure.Parts;
        }

        if (figure.Records is not null)
        {
            records = records.Length == 0 ? new (double[], double[])?[units] : records;
            records[unit] = figure.Records;
        }

        return figure;
    }
}
