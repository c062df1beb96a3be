namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Which organisations are compared with each other (同类组: kind of organisation and size class).</summary>
public sealed class PeerGroups
{
    /// <summary>Groups under 5 are neither compared nor ranked: assessment rules, section 1, ranking.</summary>
    public const int LeastSize = 5;

    private readonly int[] _groupOfRow;
    private readonly int[] _rows;
    private readonly int[] _starts;

    /// <summary>Takes the group of each row.</summary>
    /// <param name="groupOfRow">Numbers from 0, without large holes; −1 for an organisation without a group.</param>
    public PeerGroups(int[] groupOfRow)
    {
        _groupOfRow = groupOfRow;
        Count = groupOfRow.Length == 0 ? 0 : groupOfRow.Max() + 1;
        _starts = new int[Count + 1];
        foreach (var group in groupOfRow)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(group, -1);
            _starts[group + 1] += group < 0 ? 0 : 1;
        }

        for (var group = 0; group < Count; group++)
        {
            _starts[group + 1] += _starts[group];
        }

        _rows = new int[Count == 0 ? 0 : _starts[Count]];
        var next = _starts.ToArray();
        for (var row = 0; row < groupOfRow.Length; row++)
        {
            if (groupOfRow[row] >= 0)
            {
                _rows[next[groupOfRow[row]]++] = row;
            }
        }
    }

    /// <summary>Number of groups; some may be empty.</summary>
    public int Count { get; }

    /// <summary>Number of rows, with and without a group.</summary>
    public int RowCount => _groupOfRow.Length;

    /// <summary>Whether some organisation has no group.</summary>
    public bool HasLonely => _rows.Length < _groupOfRow.Length;

    /// <summary>All organisations in one group.</summary>
    public static PeerGroups Single(int rows) => new(new int[rows]);

    /// <summary>Group of a row; −1 where it has none.</summary>
    public int Of(int row) => _groupOfRow[row];

    /// <summary>Rows of a group, ascending.</summary>
    public ReadOnlySpan<int> Rows(int group) => _rows.AsSpan(_starts[group].._starts[group + 1]);
}
