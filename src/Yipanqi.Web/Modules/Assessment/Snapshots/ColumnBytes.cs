using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Columns as bytes: little-endian on every machine, one bit pattern for "absent".</summary>
internal static class ColumnBytes
{
    private const long NaNBits = 0x7FF8000000000000;

    public static byte[] Of(ReadOnlySpan<double> column)
    {
        var bytes = new byte[column.Length * sizeof(double)];
        for (var i = 0; i < column.Length; i++)
        {
            Write(bytes, i, column[i]);
        }

        return bytes;
    }

    public static byte[] Of(ReadOnlySpan<int> column)
    {
        var bytes = new byte[column.Length * sizeof(int)];
        for (var i = 0; i < column.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), column[i]);
        }

        return bytes;
    }

    /// <summary>Several columns of the same length: all figures of one row, then those of the next.</summary>
    public static byte[] Of(double[][] columns, int from, int count)
    {
        var bytes = new byte[count * columns.Length * sizeof(double)];
        for (var row = 0; row < count; row++)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                Write(bytes, (row * columns.Length) + i, columns[i][from + row]);
            }
        }

        return bytes;
    }

    public static byte[] Narrow<T>(ReadOnlySpan<T> column) where T : struct, Enum => MemoryMarshal.Cast<T, byte>(column).ToArray();

    public static T[] Enums<T>(ReadOnlySpan<byte> bytes) where T : struct, Enum => MemoryMarshal.Cast<byte, T>(bytes).ToArray();

    public static double[] Doubles(ReadOnlySpan<byte> bytes)
    {
        var column = new double[bytes.Length / sizeof(double)];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = Double(bytes, i);
        }

        return column;
    }

    public static double Double(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadDoubleLittleEndian(bytes[(at * sizeof(double))..]);

    public static int[] Ints(ReadOnlySpan<byte> bytes)
    {
        var column = new int[bytes.Length / sizeof(int)];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]);
        }

        return column;
    }

    /// <summary>Reads several columns back; their number follows from the number of rows.</summary>
    public static double[][] Several(ReadOnlySpan<byte> bytes, int rows)
    {
        var columns = new double[rows == 0 ? 0 : bytes.Length / sizeof(double) / rows][];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new double[rows];
            for (var row = 0; row < rows; row++)
            {
                columns[i][row] = Double(bytes, (row * columns.Length) + i);
            }
        }

        return columns;
    }

    private static void Write(byte[] bytes, int at, double figure) => BinaryPrimitives.WriteInt64LittleEndian(
        bytes.AsSpan(at * sizeof(double)), double.IsNaN(figure) ? NaNBits : BitConverter.DoubleToInt64Bits(figure));
}
