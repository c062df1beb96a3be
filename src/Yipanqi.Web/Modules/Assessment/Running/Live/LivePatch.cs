using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Puts new inputs and results of some organisations into the chunks of a preview.</summary>
internal static class LivePatch
{
    /// <param name="positions">Position of each row of the inputs.</param>
    public static async Task InputsAsync(
        LiveChunks chunks, IReadOnlyList<ItemInput> items, IReadOnlyList<int> positions, int organisations, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            for (var row = 0; row < positions.Count; row++)
            {
                var at = positions[row];
                chunks.Set(ColumnKind.Value, item.Code, at, ColumnBytes.Of([item.Values[row]]));
                chunks.Set(ColumnKind.Numerator, item.Code, at, ColumnBytes.Of([item.Numerators[row]]));
                chunks.Set(ColumnKind.Denominator, item.Code, at, ColumnBytes.Of([item.Denominators[row]]));
                chunks.Set(ColumnKind.SampleSize, item.Code, at, ColumnBytes.Of([item.Sizes[row]]));
                chunks.Set(ColumnKind.Reason, item.Code, at, [(byte)item.Reasons[row]]);
                chunks.Set(ColumnKind.Origin, item.Code, at, [(byte)item.Origins[row]]);
            }

            await PartsAsync(chunks, item, positions, organisations, cancellation);
        }
    }

    public static void Results(LiveChunks chunks, SchemeResult result, IReadOnlyList<int> positions)
    {
        foreach (var column in SnapshotContent.ResultColumns(result))
        {
            for (var row = 0; row < positions.Count; row++)
            {
                chunks.Set(column.Kind, column.Code, positions[row], column.Bytes(row, 1));
            }
        }
    }

    // The column is as wide as its widest row, so it is written anew in full where the widest comes or may have gone.
    private static async Task PartsAsync(LiveChunks chunks, ItemInput item, IReadOnlyList<int> positions, int organisations, CancellationToken cancellation)
    {
        var now = positions.Select((_, row) => PartColumns.Own([.. item.Parts.Select(p => p[row])])).ToList();
        var run = chunks.Run();
        var width = run.Has(ColumnKind.Parts, item.Code) ? run.PartsOf(item.Code, positions[0], organisations).Length : 0;
        var before = positions.Select(p => width == 0 ? [] : PartColumns.Own(run.PartsOf(item.Code, p, organisations))).ToList();
        var widest = now.Max(p => p.Length);
        if (widest == width || (widest < width && before.All(p => p.Length < width)))
        {
            for (var row = 0; row < positions.Count && width > 0; row++)
            {
                chunks.Set(ColumnKind.Parts, item.Code, positions[row], ColumnBytes.Of(PartColumns.Spread(now[row], width)));
            }

            return;
        }

        await chunks.ReadColumnAsync(ColumnKind.Parts, item.Code, cancellation);
        var whole = chunks.Run();
        var rows = Enumerable.Range(0, organisations).Select(p => width == 0 ? [] : PartColumns.Own(whole.PartsOf(item.Code, p, organisations))).ToArray();
        for (var row = 0; row < positions.Count; row++)
        {
            rows[positions[row]] = now[row];
        }

        var columns = PartColumns.Of(rows);
        chunks.Replace(ColumnKind.Parts, item.Code, columns.Length == 0 ? null : PackedColumn.Of(ColumnKind.Parts, item.Code, columns, organisations));
    }
}
