using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A column that can be packed piece by piece, so that no column need exist as bytes in full.</summary>
/// <param name="Rows">Number of organisations.</param>
/// <param name="RowBytes">Bytes of one organisation.</param>
/// <param name="Bytes">The packed figures from a position on, so many of them.</param>
internal sealed record PackedColumn(ColumnKind Kind, string Code, int Rows, int RowBytes, Func<int, int, byte[]> Bytes)
{
    public long Length => (long)Rows * RowBytes;

    public static PackedColumn Of(ColumnKind kind, string code, double[] column) =>
        new(kind, code, column.Length, sizeof(double), (from, count) => ColumnBytes.Of(column.AsSpan(from, count)));

    public static PackedColumn Of(ColumnKind kind, string code, int[] column) =>
        new(kind, code, column.Length, sizeof(int), (from, count) => ColumnBytes.Of(column.AsSpan(from, count)));

    public static PackedColumn Of<T>(ColumnKind kind, string code, T[] column) where T : struct, Enum =>
        new(kind, code, column.Length, 1, (from, count) => ColumnBytes.Narrow<T>(column.AsSpan(from, count)));

    /// <summary>Several figures of an organisation, one after the other.</summary>
    public static PackedColumn Of(ColumnKind kind, string code, double[][] columns, int rows) =>
        new(kind, code, rows, columns.Length * sizeof(double), (from, count) => ColumnBytes.Of(columns, from, count));

    public static PackedColumn Scores(SchemeResult result, int node, string code) =>
        new(ColumnKind.Score, code, result.Rows, sizeof(double), (from, count) => ColumnBytes.Of(result.Scores(node).Slice(from, count)));

    public static PackedColumn States(SchemeResult result, int node, string code) =>
        new(ColumnKind.State, code, result.Rows, 1, (from, count) => ColumnBytes.Narrow(result.States(node).Slice(from, count)));

    public static PackedColumn Lost(SchemeResult result, int item, string code) =>
        new(ColumnKind.Lost, code, result.Rows, sizeof(double), (from, count) => ColumnBytes.Of(result.Lost(item).Slice(from, count)));

    public static PackedColumn Absences(SchemeResult result, int item, string code) =>
        new(ColumnKind.Absence, code, result.Rows, 1, (from, count) => ColumnBytes.Narrow(result.Reasons(item).Slice(from, count)));

    /// <summary>Something of the whole run that is no column of figures: kept in one chunk, however long.</summary>
    public static PackedColumn Text(ColumnKind kind, byte[] text) => new(kind, "", text.Length, 1, (from, count) => text[from..(from + count)]) { IsText = true };

    public bool IsText { get; private init; }

    /// <summary>Number of chunks.</summary>
    public int Parts => IsText ? 1 : (Rows + SnapshotChunk.Positions - 1) / SnapshotChunk.Positions;

    public byte[] Chunk(int part)
    {
        if (IsText)
        {
            return Bytes(0, Rows);
        }

        var from = part * SnapshotChunk.Positions;
        return Bytes(from, Math.Min(SnapshotChunk.Positions, Rows - from));
    }
}
