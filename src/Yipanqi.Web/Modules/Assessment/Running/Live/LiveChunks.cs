using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Chunks of a preview that are read, changed in some positions, and written back where a byte differs.</summary>
internal sealed class LiveChunks(YipanqiDb db, Guid snapshotId, SchemeDefinition definition, int organisations)
{
    private readonly Dictionary<(int Part, ColumnKind Kind, string Code), byte[]> read = [];
    private readonly Dictionary<(int Part, ColumnKind Kind, string Code), byte[]> changed = [];

    /// <summary>Reads the chunks that hold the positions, once.</summary>
    public Task ReadAsync(IEnumerable<int> positions, CancellationToken cancellation)
    {
        var known = read.Keys.Select(k => k.Part).ToHashSet();
        var parts = positions.Select(p => p / SnapshotChunk.Positions).Where(p => !known.Contains(p)).Distinct().ToList();
        return parts.Count == 0 ? Task.CompletedTask : ReadAsync(db.Set<SnapshotChunk>().Where(c => c.SnapshotId == snapshotId && parts.Contains(c.Part)), cancellation);
    }

    /// <summary>Reads the rest of one column.</summary>
    public Task ReadColumnAsync(ColumnKind kind, string code, CancellationToken cancellation) =>
        ReadAsync(db.Set<SnapshotChunk>().Where(c => c.SnapshotId == snapshotId && c.Kind == kind && c.Code == code), cancellation);

    /// <summary>What was read, as it is now.</summary>
    public StoredRun Run()
    {
        var columns = new Dictionary<(ColumnKind Kind, string Code), SortedList<int, byte[]>>();
        foreach (var ((part, kind, code), content) in Now())
        {
            if (!columns.TryGetValue((kind, code), out var column))
            {
                columns[(kind, code)] = column = [];
            }

            column.Add(part, content);
        }

        return new StoredRun(definition, columns);
    }

    /// <summary>Sets the bytes of one organisation in a column.</summary>
    public void Set(ColumnKind kind, string code, int position, ReadOnlySpan<byte> bytes)
    {
        var key = (position / SnapshotChunk.Positions, kind, code);
        if (!changed.TryGetValue(key, out var content))
        {
            changed[key] = content = [.. read[key]];
        }

        bytes.CopyTo(content.AsSpan(position % SnapshotChunk.Positions * bytes.Length));
    }

    /// <summary>Replaces a whole column, of another width perhaps; null takes it away.</summary>
    public void Replace(ColumnKind kind, string code, PackedColumn? column)
    {
        for (var part = 0; part * SnapshotChunk.Positions < organisations; part++)
        {
            changed[(part, kind, code)] = [];
        }

        for (var part = 0; part < (column?.Parts ?? 0); part++)
        {
            changed[(part, kind, code)] = column!.Chunk(part);
        }
    }

    /// <summary>Replaces what is kept in one chunk; empty takes it away.</summary>
    public void ReplaceText(ColumnKind kind, byte[] text) => changed[(0, kind, "")] = text;

    public async Task SaveAsync(BulkRows rows, CancellationToken cancellation)
    {
        var differing = changed.Where(c => !read.GetValueOrDefault(c.Key, []).AsSpan().SequenceEqual(c.Value)).ToList();
        foreach (var column in differing.GroupBy(d => (d.Key.Kind, d.Key.Code)))
        {
            var ((kind, code), parts) = (column.Key, column.Select(c => c.Key.Part).ToList());
            await db.Set<SnapshotChunk>().Where(c => c.SnapshotId == snapshotId && parts.Contains(c.Part) && c.Kind == kind && c.Code == code).ExecuteDeleteAsync(cancellation);
        }

        await rows.InsertAsync(
            differing.Where(d => d.Value.Length > 0).Select(d => SnapshotChunk.Of(db.TenantId, snapshotId, d.Key.Kind, d.Key.Code, d.Key.Part, d.Value, RowBytesOf(d.Key.Kind, d.Key.Part, d.Value))), cancellation);
    }

    private int RowBytesOf(ColumnKind kind, int part, byte[] bytes) =>
        kind == ColumnKind.Adjustment ? 1 : bytes.Length / Math.Min(SnapshotChunk.Positions, organisations - (part * SnapshotChunk.Positions));

    private IEnumerable<KeyValuePair<(int Part, ColumnKind Kind, string Code), byte[]>> Now() =>
        read.Where(r => !changed.ContainsKey(r.Key)).Concat(changed.Where(c => c.Value.Length > 0));

    private async Task ReadAsync(IQueryable<SnapshotChunk> chunks, CancellationToken cancellation)
    {
        await foreach (var chunk in chunks.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            read[(chunk.Part, chunk.Kind, chunk.Code)] = chunk.Open();
        }
    }
}
