using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The confirmed adjustments of a run with the rule that caps them: part of its inputs and of their hash. They carry no ids and stand
/// in the order of their content, so that the same adjustments are the same bytes.
/// </summary>
internal sealed record RunAdjustments(AdjustmentRule Rule, IReadOnlyList<RunAdjustment> Lines)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Lazy<Dictionary<int, IndexAdjustment>> byPosition = new(() => Lines.GroupBy(l => l.Position).ToDictionary(g => g.Key, g => SumOf([.. g])));

    public static RunAdjustments None { get; } = new(AdjustmentRule.For(new Quarter(1949, 1)), []);

    public static IndexAdjustment SumOf(IReadOnlyList<RunAdjustment> lines) => new(
        lines.Where(l => l.Kind == AdjustmentKind.Bonus).Sum(l => l.Hundredths), lines.Where(l => l.Kind == AdjustmentKind.Deduction).Sum(l => l.Hundredths),
        lines.Any(l => l.Kind == AdjustmentKind.Veto));

    public IndexAdjustment At(int position) => byPosition.Value.GetValueOrDefault(position);

    /// <summary>The index that is published of a scored one.</summary>
    public double Apply(int position, double index) => At(position).Of(index, Rule.Caps);

    /// <summary>Those of some organisations, for a calculation in which they are rows.</summary>
    /// <param name="positions">Position of each row.</param>
    public RunAdjustments At(IReadOnlyList<int> positions)
    {
        var rows = positions.Select((position, row) => (position, row)).ToDictionary(p => p.position, p => p.row);
        return new(Rule, [.. Lines.Where(l => rows.ContainsKey(l.Position)).Select(l => l with { Position = rows[l.Position] })]);
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(new Stored(Rule, Lines), Json);

    public static RunAdjustments Read(byte[] bytes) => JsonSerializer.Deserialize<Stored>(bytes, Json) is { } stored ? new(stored.Rule, stored.Lines) : None;

    public static async Task<RunAdjustments> LoadAsync(YipanqiDb db, IReadOnlyList<RunSubject> subjects, Quarter quarter, CancellationToken cancellation)
    {
        var places = subjects.Select((s, at) => (s.UnitId, at)).ToDictionary(p => p.UnitId, p => p.at);
        return await LoadAsync(db, quarter, _ => Task.FromResult<IReadOnlyDictionary<Guid, int>>(places), cancellation);
    }

    /// <summary>The same for a snapshot that is stored: positions are read of the units that have adjustments alone.</summary>
    public static Task<RunAdjustments> LoadAsync(YipanqiDb db, AssessmentSnapshot snapshot, CancellationToken cancellation) => LoadAsync(
        db, snapshot.Quarter,
        async units => await db.Set<OrganisationScore>().Where(s => s.SnapshotId == snapshot.Id && units.Contains(s.UnitId)).ToDictionaryAsync(s => s.UnitId, s => s.Position, cancellation),
        cancellation);

    private static async Task<RunAdjustments> LoadAsync(
        YipanqiDb db, Quarter quarter, Func<IReadOnlyList<Guid>, Task<IReadOnlyDictionary<Guid, int>>> placesOf, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var rows = await db.Set<Adjustment>().AsNoTracking().Where(a => a.QuarterKey == key && a.State == AdjustmentState.Confirmed).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return None;
        }

        var places = await placesOf([.. rows.Select(r => r.UnitId).Distinct()]);
        var lines = rows.Where(r => places.ContainsKey(r.UnitId)).Select(r => new RunAdjustment(places[r.UnitId], r.Kind, r.Hundredths, r.Basis, r.Document));
        return new(
            AdjustmentRule.For(quarter),
            [.. lines.OrderBy(l => l.Position).ThenBy(l => l.Kind).ThenBy(l => l.Document, StringComparer.Ordinal).ThenBy(l => l.Basis, StringComparer.Ordinal).ThenBy(l => l.Hundredths)]);
    }

    private sealed record Stored(AdjustmentRule Rule, IReadOnlyList<RunAdjustment> Lines);
}
