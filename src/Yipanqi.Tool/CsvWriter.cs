using System.Buffers;
using System.Globalization;

namespace Yipanqi.Tool;

/// <summary>Writes comma-separated values (RFC 4180 with LF) cell by cell, without making a string of a number.</summary>
/// <param name="output">Where to; UTF-8 without a byte-order mark for a file.</param>
internal sealed class CsvWriter(TextWriter output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private readonly char[] _number = new char[32];
    private bool _started;

    /// <summary>Writes a cell of text, quoted where it must be.</summary>
    public CsvWriter Text(string cell)
    {
        Separate();
        output.Write(cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        return this;
    }

    /// <summary>Writes a number so that it reads back to the same bits; NaN, missing, as an empty cell.</summary>
    public CsvWriter Number(double cell)
    {
        Separate();
        if (!double.IsNaN(cell))
        {
            cell.TryFormat(_number, out var length, "R", CultureInfo.InvariantCulture);
            output.Write(_number.AsSpan(0, length));
        }

        return this;
    }

    /// <summary>Writes a whole number.</summary>
    public CsvWriter Integer(long cell)
    {
        Separate();
        cell.TryFormat(_number, out var length, default, CultureInfo.InvariantCulture);
        output.Write(_number.AsSpan(0, length));
        return this;
    }

    /// <summary>Ends the record.</summary>
    public void End()
    {
        output.Write('\n');
        _started = false;
    }

    private void Separate()
    {
        if (_started)
        {
            output.Write(',');
        }

        _started = true;
    }
}
