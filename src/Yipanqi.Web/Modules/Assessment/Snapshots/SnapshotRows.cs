using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Writes what a run came to: chunks, lines and the figures of boards, as a set operation.</summary>
internal static class SnapshotRows
{
    public static async Task AddAsync(YipanqiDb db, BulkRows rows, Guid snapshotId, RunInputs inputs, SnapshotContent content, CancellationToken cancellation)
    {
        var columns = content.Inputs.Concat(content.Results);
        await rows.InsertAsync(
            columns.SelectMany(c => c.Chunks().Select(chunk => SnapshotChunk.Of(db.TenantId, snapshotId, c.Kind, c.Code, chunk.Part, chunk.Content))), cancellation);
        var places = GroupPlaces.Of(content.Lines, inputs.Groups);
        await rows.InsertAsync(
            content.Lines.Select((l, at) => l.ToRow(db.TenantId, snapshotId, inputs.Subjects[at], inputs.PreviousIndex[at], places[at])), cancellation);
        await rows.InsertAsync(Figures(inputs, content).Select(f => SnapshotFigure.Of(db.TenantId, snapshotId, f.Name, f.Content)), cancellation);
    }

    private static IEnumerable<(string Name, string Content)> Figures(RunInputs inputs, SnapshotContent content)
    {
        var result = content.Result;
        var lines = content.Lines.Select((l, at) => FigureLine.Of(l, inputs.Subjects[at])).ToList();
        foreach (var (name, figures) in FigureMaking.Scopes(lines, [.. inputs.Subjects.Select(s => s.Path)], inputs.Items.Count, (item, at) => result.Reasons(item)[at]))
        {
            yield return (name, FigureMaking.Write(figures));
        }

        foreach (var group in Enumerable.Range(0, inputs.Subjects.Count).Where(at => inputs.Groups[at] >= 0).GroupBy(at => inputs.Subjects[at].PeerGroupId!.Value))
        {
            var medians = FigureMaking.Medians(result.Structure, [.. group], (node, at) => result.Scores(node)[at]);
            yield return (SnapshotFigure.OfGroup(group.Key), FigureMaking.Write(medians));
        }
    }
}
