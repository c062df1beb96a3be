namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The observations of one item over all organisations, in the order of the rows of the run.</summary>
/// <param name="Values">Figures in the unit of the item; NaN is absent.</param>
public sealed record ItemColumn(double[] Values)
{
    /// <summary>Why a value is absent, one per row. Null, or None beside NaN, stands for <see cref="AbsenceReason.NotReported"/>.</summary>
    public AbsenceReason[]? Reasons { get; init; }

    /// <summary>What the figures are redrawn from for the interval of the rank; null: the item is held fixed.</summary>
    public RedrawSource? Redraw { get; init; }

    /// <summary>Reason of one row: None where there is a value.</summary>
    public AbsenceReason ReasonOf(int row)
    {
        var stated = Reasons is null ? AbsenceReason.None : Reasons[row];
        return double.IsNaN(Values[row]) && stated == AbsenceReason.None ? AbsenceReason.NotReported : stated;
    }
}
