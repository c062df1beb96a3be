using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Scores the organisations that changed, with their peer groups where an item compares or intervals are drawn, and ranks their groups anew.</summary>
internal sealed class LiveScores(YipanqiDb db, AssessmentSnapshot snapshot, SchemeDefinition definition, LiveChunks chunks, RunAdjustments adjustments)
{
    private readonly SchemeRun run = SchemeStructure.Run(definition);
    private readonly RunParameters parameters = RunParameters.Read(snapshot.Parameters);

    /// <summary>Lines that differ from those stored, and those of the organisations whose inputs changed.</summary>
    /// <param name="changed">Stored lines of the organisations whose inputs changed.</param>
    public async Task<List<OrganisationScore>> LinesAsync(IReadOnlyList<OrganisationScore> changed, CancellationToken cancellation)
    {
        var groups = changed.Select(c => c.PeerGroupId).Distinct().ToList();
        var lines = db.Set<OrganisationScore>().AsNoTracking().Where(s => s.SnapshotId == snapshot.Id);
        var inGroups = lines.Where(s => groups.Contains(s.PeerGroupId));
        var together = parameters.Redraws > 0 || definition.Nodes.Any(n => n.Item is { Scaling: not SchemeScaling.Goalposts });
        var rows = together ? await inGroups.ToListAsync(cancellation) : changed;
        var own = changed.Select(c => c.Position).ToHashSet();
        rows = [.. rows.Where(r => r.PeerGroupId is not null || own.Contains(r.Position)).OrderBy(r => r.Position)];
        await chunks.ReadAsync(rows.Select(r => r.Position), cancellation);
        var scored = Score(rows);
        var members = await inGroups.OrderBy(s => s.Position)
            .Select(s => new LiveMember(s.Position, s.PeerGroupId, s.IndexScore, s.IsComparable == true, s.Rank, s.Ranked, s.Place ?? 0)).ToListAsync(cancellation);
        var known = members.ToHashSet();
        var ranked = members.Select(m => scored.TryGetValue(m.Position, out var line) ? LiveMember.Of(line) : m).GroupBy(m => m.PeerGroupId).SelectMany(Rank);
        var moved = ranked.Where(m => scored.ContainsKey(m.Position) || !known.Contains(m)).ToDictionary(m => m.Position);
        var others = moved.Keys.Where(p => !scored.ContainsKey(p)).ToList();
        var stored = others.Count == 0 ? [] : await lines.Where(s => others.Contains(s.Position)).ToListAsync(cancellation);
        return [.. scored.Values.Concat(stored).Select(l => l with { Rank = moved[l.Position].Rank, Ranked = moved[l.Position].Ranked, Place = moved[l.Position].Place })];
    }

    private Dictionary<int, OrganisationScore> Score(IReadOnlyList<OrganisationScore> rows)
    {
        var positions = rows.Select(r => r.Position).ToList();
        var stored = chunks.Run();
        var subjects = rows.Select(RunSubject.Of).ToList();
        var inputs = new RunInputs(
            definition, "", snapshot.Quarter, parameters, subjects, RunInputs.GroupsOf(subjects), [.. positions.Select(p => stored.Figure(ColumnKind.PreviousIndex, "", p) ?? double.NaN)],
            [.. RunLoad.ItemsOf(definition).Select(code => stored.InputOf(code, positions, snapshot.Organisations))], 0)
        {
            Seed = unchecked((ulong)snapshot.Seed),
            Adjustments = adjustments.At(positions),
        };
        var output = RunOutput.Of(inputs);
        LivePatch.Results(chunks, output.Result, positions);
        return rows.Select((line, row) => (ScoreLine.Of(subjects[row], row, output) with { Position = line.Position })
            .ToRow(db.TenantId, snapshot.Id, subjects[row], inputs.PreviousIndex[row], line.Place ?? 0)).ToDictionary(l => l.Position);
    }

    // With intervals the run has ranked the whole group; without, ranks follow from the lines.
    private List<LiveMember> Rank(IGrouping<Guid?, LiveMember> group)
    {
        var members = group.ToList();
        if (parameters.Redraws == 0)
        {
            var comparable = members.Select(m => m.IsComparable && group.Key is not null).ToList();
            var ranks = new int[members.Count];
            Ranking.Competition([.. members.Select((m, i) => comparable[i] ? m.Index!.Value : double.NaN)], ranks);
            var count = comparable.Count(c => c) is var n && n < PeerGroups.LeastSize ? 0 : n;
            members = [.. members.Select((m, i) => count > 0 && comparable[i] ? m with { Rank = ranks[i], Ranked = count } : m with { Rank = 0, Ranked = 0 })];
        }

        var places = GroupPlaces.Of([.. members.Select(m => (m.Rank, m.Index))]);
        return [.. members.Select((m, i) => m with { Place = places[i] })];
    }
}
