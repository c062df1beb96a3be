using System.Text;

namespace Yipanqi.Tool;

/// <summary>
/// Reads comma-separated values (RFC 4180, UTF-8 with or without a byte-order mark, LF or CRLF) record by record from a
/// stream. Strict: every record has as many cells as the header, quotes are closed, column names are present and unique.
/// The cells of the current record are spans of its buffer and are overwritten by the next <see cref="Read"/>.
/// Memory is one record, however large the file.
/// </summary>
internal sealed class CsvReader : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private readonly Stream _stream;
    private readonly string[] _header;
    private byte[] _buffer = new byte[1 << 16];
    private (int Start, int End)[] _cells = new (int, int)[16];
    private int _next;
    private int _filled;
    private int _count;

    /// <summary>Reads the header.</summary>
    /// <param name="stream">The file, from its first byte; disposed with the reader.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <exception cref="InputRefusedException">The file is empty or its header is not usable.</exception>
    /// <param name="firstNameOptional">Whether the first column may be without a name.</param>
    public CsvReader(Stream stream, string file, bool firstNameOptional = false)
    {
        (_stream, File) = (stream, file);
        Fill();
        _next = _buffer.AsSpan(0, _filled).StartsWith("\uFEFF"u8) ? 3 : 0;
        if (!NextRecord())
        {
            throw new InputRefusedException($"{file}: the file is empty; its first row must name the columns.");
        }

        _header = Enumerable.Range(0, _count).Select(Text).ToArray();
        RequireUsableHeader(firstNameOptional);
    }

    /// <summary>Name of the file, for messages.</summary>
    public string File { get; }

    /// <summary>Row of the current record as a spreadsheet counts: the header is row 1.</summary>
    public int Row { get; private set; }

    /// <summary>Bytes of the file consumed so far, for showing progress.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Names of the columns, in their order.</summary>
    public IReadOnlyList<string> Header => _header;

    /// <summary>Goes to the next record; false at the end of the file.</summary>
    /// <exception cref="InputRefusedException">The record is not well formed or has not as many cells as the header.</exception>
    public bool Read()
    {
        if (!NextRecord())
        {
            return false;
        }

        return _count == _header.Length
            ? true
            : throw new InputRefusedException(
                $"{File}, row {Row}: {_count} cells, but the header names {_header.Length} columns; add or remove commas, and put a cell that contains a comma into double quotes.");
    }

    /// <summary>Position of a column by name.</summary>
    /// <exception cref="InputRefusedException">There is no such column.</exception>
    public int Column(string name)
    {
        var position = Array.IndexOf(_header, name);
        return position >= 0
            ? position
            : throw new InputRefusedException($"{File}, row 1: there is no column \"{name}\"; the columns are {string.Join(", ", _header)}.");
    }

    /// <summary>A cell as UTF-8 bytes, unquoted.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => _buffer.AsSpan(_cells[column].Start, _cells[column].End - _cells[column].Start);

    /// <summary>A cell as text.</summary>
    /// <exception cref="InputRefusedException">The cell is not UTF-8.</exception>
    public string Text(int column)
    {
        try
        {
            return Utf8.GetString(Bytes(column));
        }
        catch (DecoderFallbackException)
        {
            throw Refused(column, "the text is not UTF-8; save the file as \"CSV UTF-8\"");
        }
    }

    /// <summary>A cell as a number; NaN where it is empty, which means missing.</summary>
    /// <exception cref="InputRefusedException">The cell is neither empty nor a finite number with a decimal point.</exception>
    public double Number(int column) =>
        CsvNumber.TryParse(Bytes(column), out var value)
            ? value
            : throw Refused(column, $"\"{Text(column)}\" is not a number; write it like -1234.5 or 1.2E-3, or leave the cell empty where the figure is missing");

    /// <summary>A refusal that names the file, the current row and a column.</summary>
    /// <param name="column">Position of the column.</param>
    /// <param name="reason">What is wrong and the remedy.</param>
    public InputRefusedException Refused(int column, string reason) =>
        new($"{File}, row {Row}, column {(_header is null ? $"{column + 1}" : _header[column])}: {reason}.");

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void RequireUsableHeader(bool firstNameOptional)
    {
        for (var i = 0; i < _header.Length; i++)
        {
            if (_header[i].Length == 0 && !(i == 0 && firstNameOptional))
            {
                throw new InputRefusedException($"{File}, row 1: column {i + 1} has no name; give every column a name.");
            }

            if (Array.IndexOf(_header, _header[i]) != i)
            {
                throw new InputRefusedException($"{File}, row 1: the column \"{_header[i]}\" appears twice; rename or remove one.");
            }
        }
    }

    private bool NextRecord()
    {
        var length = FindEnd();
        if (length < 0)
        {
            return false;
        }

        Row++;
        BytesRead += length;
        var end = _next + length;
        var text = _buffer.AsSpan(0, end);
        if (text[_next..] is [.., (byte)'\n'])
        {
            end--;
            end -= end > _next && _buffer[end - 1] == '\r' ? 1 : 0;
        }

        _count = CsvCells.Split(_buffer.AsSpan(0, end), _next, ref _cells) is var count and >= 0
            ? count
            : throw new InputRefusedException(
                $"{File}, row {Row}: a double quote or carriage return stands where none may; put the whole cell into double quotes and double the quotes inside it.");
        _next += length;
        return true;
    }

    private int FindEnd()
    {
        var quoted = false;
        var scanned = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_next + scanned, _filled - _next - scanned);
            var found = quoted ? rest.IndexOf((byte)'"') : rest.IndexOfAny((byte)'"', (byte)'\n');
            if (found >= 0)
            {
                scanned += found + 1;
                if (rest[found] == '\n')
                {
                    return scanned;
                }

                quoted = !quoted;
                continue;
            }

            scanned = _filled - _next;
            if (Fill())
            {
                continue;
            }

            return !quoted
                ? scanned > 0 ? scanned : -1
                : throw new InputRefusedException($"{File}, row {Row + 1}: a double quote is opened and never closed; close it or remove it.");
        }
    }

    private bool Fill()
    {
        _buffer.AsSpan(_next, _filled - _next).CopyTo(_buffer);
        (_filled, _next) = (_filled - _next, 0);
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var read = _stream.Read(_buffer, _filled, _buffer.Length - _filled);
        _filled += read;
        return read > 0;
    }
}
