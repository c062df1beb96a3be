namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Relates figures to the size of their unit. See docs/methods/treatment-and-imputation.md.</summary>
public static class Denomination
{
    /// <summary><c>y = x / denominator</c> unit by unit; missing (NaN) where either is missing.</summary>
    /// <param name="x">Figures that grow with the size of a unit.</param>
    /// <param name="denominator">Size of each unit, for instance its members.</param>
    /// <param name="y">Receives the figures per unit of size.</param>
    /// <exception cref="IndexRefusedException"><c>denominator_zero</c>, with the row.</exception>
    public static void Divide(ReadOnlySpan<double> x, ReadOnlySpan<double> denominator, Span<double> y)
    {
        Column.RequireSameLength(x, denominator);
        Column.RequireSameLength(x, y);
        for (var i = 0; i < x.Length; i++)
        {
            if (denominator[i] == 0 && !double.IsNaN(x[i]))
            {
                throw new IndexRefusedException("denominator_zero", $"The denominator in row {i + 1} is 0: correct it, or mark the figure as missing because nothing fell due.") { Row = i };
            }

            y[i] = x[i] / denominator[i];
        }
    }
}
