using System.Runtime.InteropServices;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The observations of one item, by place of the unit: a province has hundreds of thousands of them, so they are rows of figures, no objects.</summary>
/// <param name="expected">How many are expected.</param>
internal sealed class ItemObservations(int units, int expected)
{
    private readonly int[] rowOf = new int[units];
    private readonly List<Row> rows = new(expected);

    public int Count => rows.Count;

    /// <summary>What a unit reported; null where it reported nothing.</summary>
    public Reported? this[int unit]
    {
        get
        {
            if (rowOf[unit] == 0)
            {
                return null;
            }

            ref var row = ref CollectionsMarshal.AsSpan(rows)[rowOf[unit] - 1];
            return new(Known(row.Value), Known(row.Numerator), Known(row.Denominator), Known(row.SampleSize), row.Parts, row.Absence);
        }
    }

    /// <summary>Takes a figure; a later one of the same unit replaces it. NaN is null.</summary>
    public void Take(int unit, in Row row)
    {
        if (rowOf[unit] > 0)
        {
            rows[rowOf[unit] - 1] = row;
            return;
        }

        rows.Add(row);
        rowOf[unit] = rows.Count;
    }

    public void Take(int unit, Reported reported) => Take(unit, new Row(
        reported.Value ?? double.NaN, reported.Numerator ?? double.NaN, reported.Denominator ?? double.NaN, reported.SampleSize ?? double.NaN, reported.Parts, reported.Absence));

    private static double? Known(double figure) => double.IsNaN(figure) ? null : figure;

    internal readonly record struct Row(double Value, double Numerator, double Denominator, double SampleSize, string Parts, AbsenceReason Absence);
}
