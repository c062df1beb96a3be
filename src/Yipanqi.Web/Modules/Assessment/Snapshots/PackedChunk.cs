using System.Buffers.Binary;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// Keeps the bytes of a chunk small where that is easy: most items are absent for whole kinds of organisations, and most numerators and
/// denominators are small counts. Bit by bit the same when it is opened; hashes are taken over what is opened.
/// </summary>
internal static class PackedChunk
{
    private const int Double = sizeof(double);
    private const ushort Absent = ushort.MaxValue;

    /// <param name="rowBytes">Bytes of one organisation.</param>
    public static (ChunkPacking Packing, byte[] Content) Pack(byte[] bytes, int rowBytes) =>
        bytes.Length > rowBytes && IsSame(bytes, rowBytes) ? (ChunkPacking.Same, [.. BitConverter.GetBytes(bytes.Length / rowBytes), .. bytes.AsSpan(0, rowBytes)])
        : rowBytes % Double == 0 && Counts(bytes) is { } counts ? (ChunkPacking.Counts, counts)
        : (ChunkPacking.Plain, bytes);

    public static byte[] Open(ChunkPacking packing, byte[] content)
    {
        if (packing == ChunkPacking.Plain)
        {
            return content;
        }

        return packing == ChunkPacking.Same ? Repeat(content) : Doubles(content);
    }

    private static byte[] Repeat(byte[] content)
    {
        var row = content.AsSpan(sizeof(int));
        var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(content) * row.Length];
        for (var at = 0; at < bytes.Length; at += row.Length)
        {
            row.CopyTo(bytes.AsSpan(at));
        }

        return bytes;
    }

    private static byte[] Doubles(byte[] content)
    {
        var column = new double[content.Length / sizeof(ushort)];
        for (var i = 0; i < column.Length; i++)
        {
            var count = BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(i * sizeof(ushort)));
            column[i] = count == Absent ? double.NaN : count;
        }

        return ColumnBytes.Of(column);
    }

    private static bool IsSame(ReadOnlySpan<byte> bytes, int rowBytes) => bytes[rowBytes..].SequenceEqual(bytes[..^rowBytes]);

    // Minus zero is no count: its bits would be lost.
    private static byte[]? Counts(byte[] bytes)
    {
        var counts = new byte[bytes.Length / Double * sizeof(ushort)];
        for (var i = 0; i < bytes.Length / Double; i++)
        {
            var figure = ColumnBytes.Double(bytes, i);
            var count = double.IsNaN(figure) ? Absent : (ushort)figure;
            if (!double.IsNaN(figure) && (count == Absent || BitConverter.DoubleToInt64Bits(count) != BitConverter.DoubleToInt64Bits(figure)))
            {
                return null;
            }

            BinaryPrimitives.WriteUInt16LittleEndian(counts.AsSpan(i * sizeof(ushort)), count);
        }

        return counts;
    }
}
