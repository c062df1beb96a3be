namespace Yipanqi.Web.Files.Tables;

/// <summary>Column letters as Excel writes them: 0 is A, 25 is Z, 26 is AA.</summary>
public static class ColumnLetter
{
    public static string Of(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>Column and row number of a cell reference such as "AB12"; column -1 where there are no letters.</summary>
    public static (int Column, int Row) Split(string reference)
    {
        var column = 0;
        var i = 0;
        for (; i < reference.Length && i < 4 && char.IsAsciiLetter(reference[i]); i++)
        {
            column = (column * 26) + (char.ToUpperInvariant(reference[i]) - 'A' + 1);
        }

        _ = int.TryParse(reference.AsSpan(i), out var row);
        return (column - 1, row);
    }
}
