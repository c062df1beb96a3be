namespace Yipanqi.Tool;

/// <summary>Splits one record of comma-separated values into its cells, unquoting them in place.</summary>
internal static class CsvCells
{
    /// <summary>Finds the cells of a record.</summary>
    /// <param name="text">The buffer up to the end of the record, without its line break.</param>
    /// <param name="start">Where the record begins in it.</param>
    /// <param name="cells">Receives where each cell begins and ends; grown as needed.</param>
    /// <returns>The number of cells; −1 where a quote or carriage return stands where none may.</returns>
    public static int Split(Span<byte> text, int start, ref (int Start, int End)[] cells)
    {
        for (var count = 0; ;)
        {
            if (count == cells.Length)
            {
                Array.Resize(ref cells, 2 * count);
            }

            var after = start < text.Length && text[start] == '"'
                ? Quoted(text, start + 1, out cells[count])
                : Bare(text, start, out cells[count]);
            if (after < 0 || (after < text.Length && text[after] != ','))
            {
                return -1;
            }

            count++;
            if (after == text.Length)
            {
                return count;
            }

            start = after + 1;
        }
    }

    private static int Bare(Span<byte> text, int start, out (int Start, int End) cell)
    {
        var found = text[start..].IndexOfAny((byte)',', (byte)'"', (byte)'\r');
        var end = found < 0 ? text.Length : start + found;
        cell = (start, end);
        return end;
    }

    private static int Quoted(Span<byte> text, int start, out (int Start, int End) cell)
    {
        int read = start, write = start;
        while (read < text.Length)
        {
            if (text[read] == '"')
            {
                if (read + 1 >= text.Length || text[read + 1] != '"')
                {
                    cell = (start, write);
                    return read + 1;
                }

                read++;
            }

            text[write++] = text[read++];
        }

        cell = default;
        return -1;
    }
}
