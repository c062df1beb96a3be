using System.Buffers.Binary;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Yipanqi.Web.Database;

/// <summary>
/// The rows of a large read on PostgreSQL, by COPY in its binary form: millions of rows without an object for each of them. It is read in
/// the transaction of the unit of work, so under row security, and one at a time.
/// </summary>
internal sealed class BinaryRows : IDisposable
{
    // Signature, flags and the length of an extension that PostgreSQL never writes.
    private const int HeaderBytes = 19;
    private const int FirstBuffer = 64 * 1024;

    private readonly Stream stream;
    private byte[] buffer = new byte[FirstBuffer];
    private (int From, int Length)[] fields = [];
    private int at;
    private int filled;

    private BinaryRows(Stream stream) => this.stream = stream;

    /// <param name="select">A statement without parameters: COPY takes none. It names the tenant.</param>
    public static async Task<BinaryRows> OpenAsync(YipanqiDb db, string select, CancellationToken cancellation)
    {
        await UnitOfWork.TellTenantAsync(db, cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var rows = new BinaryRows(await connection.BeginRawBinaryCopyAsync($"COPY ({select}) TO STDOUT (FORMAT BINARY)", cancellation));
        while (rows.filled < HeaderBytes)
        {
            rows.Fill();
        }

        rows.at = HeaderBytes;
        return rows;
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Read()
    {
        int end;
        while ((end = EndOfRow()) < 0)
        {
            Fill();
        }

        at = end;
        return fields.Length > 0;
    }

    public bool IsNull(int field) => fields[field].Length < 0;

    public ReadOnlySpan<byte> Bytes(int field) => buffer.AsSpan(fields[field].From, fields[field].Length);

    /// <summary>NaN for none.</summary>
    public double Double(int field) => IsNull(field) ? double.NaN : BinaryPrimitives.ReadDoubleBigEndian(Bytes(field));

    public int Int(int field) => BinaryPrimitives.ReadInt32BigEndian(Bytes(field));

    public bool Flag(int field) => Bytes(field)[0] != 0;

    public Guid? Guid(int field) => IsNull(field) ? null : new Guid(Bytes(field), bigEndian: true);

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public void Dispose() => stream.Dispose();

    // Number of fields, then of each its length and bytes; −1 fields end the rows, −1 bytes are null. −1 where more must be read first.
    private int EndOfRow()
    {
        var next = at;
        if (!Has(next, sizeof(short)))
        {
            return -1;
        }

        var count = BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(next));
        next += sizeof(short);
        if (fields.Length != Math.Max(0, (int)count))
        {
            fields = new (int, int)[Math.Max(0, (int)count)];
        }

        for (var field = 0; field < fields.Length; field++)
        {
            if (!Has(next, sizeof(int)))
            {
                return -1;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(next));
            fields[field] = (next + sizeof(int), length);
            next += sizeof(int) + Math.Max(0, length);
        }

        return next <= filled ? next : -1;
    }

    private bool Has(int from, int bytes) => from + bytes <= filled;

    private void Fill()
    {
        if (at > 0)
        {
            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            (filled, at) = (filled - at, 0);
        }

        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var read = stream.Read(buffer, filled, buffer.Length - filled);
        filled += read > 0 ? read : throw new EndOfStreamException("The rows ended before their end was told.");
    }
}
