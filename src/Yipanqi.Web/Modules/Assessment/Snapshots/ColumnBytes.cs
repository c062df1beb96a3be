using System.Buffers.Binary;
using Yipanqi.Engine.CompositeIndex;

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
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(double)), double.IsNaN(column[i]) ? NaNBits : BitConverter.DoubleToInt64Bits(column[i]));
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

    public static byte[] Of(ReadOnlySpan<AbsenceReason> column) => Narrow(column, r => (byte)r);

    public static byte[] Of(ReadOnlySpan<NodeState> column) => Narrow(column, s => (byte)s);

    public static byte[] Of(ReadOnlySpan<FigureOrigin> column) => Narrow(column, o => (byte)o);

    /// <summary>Several columns of the same length: their number, then one after the other.</summary>
    public static byte[] Of(double[][] columns) => [.. Of([columns.Length]), .. columns.SelectMany(c => Of(c))];

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

    public static double[][] Several(ReadOnlySpan<byte> bytes)
    {
        var columns = new double[BinaryPrimitives.ReadInt32LittleEndian(bytes)][];
        var length = columns.Length == 0 ? 0 : (bytes.Length - sizeof(int)) / columns.Length;
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Doubles(bytes.Slice(sizeof(int) + (i * length), length));
        }

        return columns;
    }

    private static byte[] Narrow<T>(ReadOnlySpan<T> column, Func<T, byte> of)
    {
        var bytes = new byte[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            bytes[i] = of(column[i]);
        }

        return bytes;
    }
}
