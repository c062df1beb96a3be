using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Writes what a run came to: chunks, lines and the figures of boards, as a set operation.</summary>
internal static class SnapshotRows
{
    /// <summary>Keeps a run as the preview of its quarter, in place of an earlier one.</summary>
    public static async Task<Guid> ReplacePreviewAsync(
        YipanqiDb db, BulkRows rows, Guid personId, Quarter quarter, Guid schemeId, RunInputs inputs, SnapshotContent content, DateTime now, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var earlier = await db.Set<AssessmentSnapshot>().Where(s => s.QuarterKey == key).ToListAsync(cancellation);
        db.RemoveRange(earlier.Where(s => s.Status == SnapshotStatus.Preview));
        var number = earlier.Where(s => s.Status != SnapshotStatus.Preview).Max(s => (int?)s.Number).GetValueOrDefault() + 1;
        var snapshot = AssessmentSnapshot.Preview(db.TenantId, quarter, number, schemeId, personId, now);
        snapshot.Seal(
            content.InputHash, content.ResultHash, RunAssessment.EngineVersion, inputs.Seed, inputs.Parameters.Write(),
            inputs.Subjects.Count, content.Lines.Count(l => l.Index is not null), inputs.Observations);
        db.Add(snapshot);
        var detail = JsonSerializer.Serialize(new { quarter = quarter.ToString(), scheme = schemeId, snapshot.InputHash, snapshot.ResultHash, snapshot.Organisations });
        await db.SaveAsync(new Change(personId, now, "assessment.previewed", nameof(AssessmentSnapshot), snapshot.Id, "", detail), cancellation);
        await AddAsync(db, rows, snapshot.Id, inputs, content, cancellation);
        await rows.InsertAsync(inputs.Pooled.Select(p => UnitFigure.Of(db.TenantId, snapshot.Id, p.UnitId, p.Content)), cancellation);
        return snapshot.Id;
    }

    public static async Task AddAsync(YipanqiDb db, BulkRows rows, Guid snapshotId, RunInputs inputs, SnapshotContent content, CancellationToken cancellation)
    {
        // Made while the database takes the chunks.
        var figures = Task.Run(() => Figures(inputs, content).ToList(), cancellation);
        var columns = content.Inputs.Concat(content.Results);
        await rows.InsertAsync(
            columns.SelectMany(c => Enumerable.Range(0, c.Parts).Select(part => (c, part))).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.AutoBuffered)
                .Select(p => SnapshotChunk.Of(db.TenantId, snapshotId, p.c.Kind, p.c.Code, p.part, p.c.Chunk(p.part), p.c.RowBytes)),
            cancellation);
        var places = GroupPlaces.Of(content.Lines, inputs.Groups);
        await rows.InsertAsync(
            content.Lines.Select((l, at) => l.ToRow(db.TenantId, snapshotId, inputs.Subjects[at], inputs.PreviousIndex[at], places[at])), cancellation);
        await rows.InsertAsync((await figures).Select(f => SnapshotFigure.Of(db.TenantId, snapshotId, f.Name, f.Content)), cancellation);
    }

    private static IEnumerable<(string Name, string Content)> Figures(RunInputs inputs, SnapshotContent content)
    {
        var result = content.Result;
        var lines = content.Lines.Select((l, at) => FigureLine.Of(l, inputs.Subjects[at])).ToList();
        foreach (var (name, figures) in FigureMaking.Scopes(lines, [.. inputs.Subjects.Select(s => s.ScopePath)], inputs.Items.Count, inputs.Definition.Limits.Gap.Yellow, (item, at) => result.Reasons(item)[at]))
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
