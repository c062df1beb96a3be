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
    private readonly Dictionary<int, ItemFigure> whole = [];

    /// <summary>What is known of a unit.</summary>
    public enum Kept : byte
    {
        Nothing = 0,

        /// <summary>It has no figure of its own; what is below it was not pooled yet.</summary>
        NotOwn,

        Own,

        Pooled,
    }

    public Kept StateOf(int unit) => kept[unit];

    public void HasNone(int unit) => kept[unit] = Kept.NotOwn;

    public ItemFigure this[int unit] => whole.TryGetValue(unit, out var figure)
        ? figure
        : new(values[unit], reasons[unit], numerators[unit], denominators[unit], sizes[unit]);

    public ItemFigure Keep(int unit, Kept state, ItemFigure figure)
    {
        kept[unit] = state;
        if (figure.Parts.Length > 0 || figure.Records is not null)
        {
            whole[unit] = figure;
        }
        else
        {
            (values[unit], reasons[unit], numerators[unit], denominators[unit], sizes[unit]) =
                (figure.Value, figure.Reason, figure.Numerator, figure.Denominator, figure.Size);
        }

        return figure;
    }
}
