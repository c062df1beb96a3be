using System.Text;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The observations of one item, by place of the unit: a province has hundreds of thousands of them, so they are columns of figures, no objects.</summary>
/// <param name="expected">How many are expected.</param>
internal sealed class ItemObservations(int units, int expected)
{
    private readonly int[] rowOf = new int[units];
    private Row[] rows = new Row[expected];

    // Texts of the parts one after another.
    private (int From, int Length)[] parts = [];
    private byte[] texts = [];
    private int written;

    public int Count { get; private set; }

    /// <summary>The unit's own figure; null where it reported nothing.</summary>
    public ItemFigure? FigureOf(SchemeItem item, int unit) => rowOf[unit] is > 0 and var row ? OwnFigure.Of(item, rows[row - 1], PartsOf(row - 1)) : null;

    /// <summary>Takes a figure; a later one of the same unit replaces it.</summary>
    /// <param name="text">JSON of <see cref="ObservationParts"/>; empty for none.</param>
    public void Take(int unit, in Row row, ReadOnlySpan<byte> text)
    {
        if (rowOf[unit] == 0)
        {
            if (Count == rows.Length)
            {
                Array.Resize(ref rows, Math.Max(16, 2 * Count));
            }

            rowOf[unit] = ++Count;
        }

        rows[rowOf[unit] - 1] = row;
        Keep(rowOf[unit] - 1, text);
    }

    public void Take(int unit, Reported reported) => Take(unit, Row.Of(reported), Encoding.UTF8.GetBytes(reported.Parts));

    private ReadOnlySpan<byte> PartsOf(int row) => row < parts.Length ? texts.AsSpan(parts[row].From, parts[row].Length) : default;

    private void Keep(int row, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty && row >= parts.Length)
        {
            return;
        }

        if (row >= parts.Length)
        {
            Array.Resize(ref parts, Math.Max(rows.Length, row + 1));
        }

        if (written + text.Length > texts.Length)
        {
            Array.Resize(ref texts, Math.Max(2 * texts.Length, written + Math.Max(1024, text.Length)));
        }

        text.CopyTo(texts.AsSpan(written));
        parts[row] = (written, text.Length);
        written += text.Length;
    }

    /// <summary>What a unit reported; NaN is none.</summary>
    internal readonly record struct Row(double Value, double Numerator, double Denominator, double SampleSize, AbsenceReason Absence)
    {
        public static Row Of(Reported reported) => new(
            reported.Value ?? double.NaN, reported.Numerator ?? double.NaN, reported.Denominator ?? double.NaN, reported.SampleSize ?? double.NaN, reported.Absence);
    }
}
