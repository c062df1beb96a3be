using System.Collections.Concurrent;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>The quarters of the province. Organs report by themselves, each with random numbers of its own, so that all cores are at work and the figures stay the same.</summary>
internal sealed class ProvinceQuarters
{
    private const ulong Seed = 20261012;

    // An organ has some 300 units that report.
    private const int OrgansAPart = 3;
    private const int OrgansABatch = 48;

    private readonly BulkWrite bulk;
    private readonly ProvinceUnits units;
    private readonly Actor lead;
    private readonly DemoClock clock;
    private readonly UnitForest forest;
    private readonly Guid schemeId;
    private readonly string definitionHash;
    private readonly SchemeDefinition definition = DefaultScheme.Definition;
    private PreviousRun previous = new(null, new Dictionary<Guid, (double Index, int Rank, Guid? PeerGroupId)>());

    private ProvinceQuarters(BulkWrite bulk, ProvinceUnits units, Actor lead, DemoClock clock, UnitForest forest, Scheme scheme)
    {
        (this.bulk, this.units, this.lead, this.clock, this.forest) = (bulk, units, lead, clock, forest);
        (schemeId, definitionHash) = (scheme.Id, scheme.DefinitionHash);
    }

    public static async Task<ProvinceQuarters> BeginAsync(
        UnitOfWork unitOfWork, BulkWrite bulk, ProvinceUnits units, Actor lead, DemoClock clock, CancellationToken cancellation)
    {
        var scheme = Scheme.Draft(units.TenantId, DefaultScheme.Definition, 1, lead.PersonId, clock.Now);
        scheme.Publish(lead.PersonId, clock.Now);
        await unitOfWork.WriteAsync<bool>(
            units.TenantId,
            async db =>
            {
                db.Add(scheme);
                await db.SaveAsync(new Change(lead.PersonId, clock.Now, "scheme.published", nameof(Scheme), scheme.Id), cancellation);
                return true;
            },
            cancellation);
        var forest = await unitOfWork.ReadAsync(units.TenantId, db => UnitForest.LoadAsync(db, null, cancellation), cancellation);
        return new(bulk, units, lead, clock, forest, scheme);
    }

    /// <summary>A published quarter: observations packed, results as a snapshot. Rank intervals are left out: they would take hours.</summary>
    public async Task PublishAsync(Quarter quarter, int number, int quarters, CancellationToken cancellation)
    {
        clock.SetDay(quarter.LastDay.AddDays(10));
        var items = RunLoad.ItemsOf(definition);
        var inputs = RunLoad.Assemble(definition, definitionHash, quarter, forest, previous, items, Observations(items, quarter, number, quarters));
        var content = SnapshotContent.Of(inputs, RunOutput.Of(inputs));
        var from = new Provenance(lead.PersonId, clock.Now, clock.Now, null);
        var snapshot = AssessmentSnapshot.Preview(units.TenantId, quarter, 1, schemeId, lead.PersonId, clock.Now);
        snapshot.Seal(
            content.InputHash, content.ResultHash, RunAssessment.EngineVersion, inputs.Seed, inputs.Parameters.Write(),
            inputs.Subjects.Count, content.Lines.Count(l => l.Index is not null), inputs.Observations);
        snapshot.Publish(lead.PersonId, clock.Now, null, "");
        await bulk.RunAsync<bool>(
            units.TenantId,
            async (db, rows) =>
            {
                db.Add(snapshot);
                await db.SaveAsync(new Change(lead.PersonId, clock.Now, "assessment.published", nameof(AssessmentSnapshot), snapshot.Id), cancellation);
                await SnapshotRows.AddAsync(db, rows, snapshot.Id, inputs, content, cancellation);
                await PackAsync(db, rows, quarter, number, quarters, from, cancellation);
                return true;
            },
            cancellation);
        previous = new(snapshot.Id, content.Lines.Where(l => l.Index is not null)
            .ToDictionary(l => inputs.Subjects[l.Position].UnitId, l => (l.Index!.Value, l.Rank, inputs.Subjects[l.Position].PeerGroupId)));
    }

    private ItemObservations[] Observations(IReadOnlyList<string> items, Quarter quarter, int number, int quarters)
    {
        var observations = items.Select(_ => new ItemObservations(forest.Units.Count, forest.Subjects.Count)).ToArray();
        var byCode = items.Select((code, at) => (code, at)).ToDictionary(p => p.code, p => p.at);
        foreach (var (unit, item, figure) in Batches(o => Reports(o.Organ, o.Index, quarter, number, quarters).ToList()).SelectMany(r => r))
        {
            observations[byCode[item]].Take(forest.Find(unit.Id)!.Value, figure);
        }

        return observations;
    }

    // A batch at a time on all cores: what is made must not run ahead of what is taken, or it fills the memory.
    private IEnumerable<T> Batches<T>(Func<(DemoOrgan Organ, int Index), T> make) =>
        units.Organs.Select((o, i) => (o, i)).Chunk(OrgansABatch).SelectMany(batch => batch.AsParallel().AsOrdered().Select(make).ToList());

    // Organs follow each other in the order of ids; each report is made a second time, since keeping them all would take gigabytes.
    private async Task PackAsync(YipanqiDb db, BulkRows rows, Quarter quarter, int number, int quarters, Provenance from, CancellationToken cancellation)
    {
        var packed = Batches(o => o.Index % OrgansAPart > 0 ? default : PackedObservations.Pack(
                units.TenantId, quarter, o.Index / OrgansAPart,
                [.. Enumerable.Range(o.Index, Math.Min(OrgansAPart, units.Organs.Count - o.Index)).SelectMany(i => Reports(units.Organs[i], i, quarter, number, quarters))
                    .GroupBy(r => r.Unit.Id).OrderBy(g => ObservationPart.OrderOf(g.Key), StringComparer.Ordinal).Select(g => (g.Key, g.Select(r => (r.Item, r.Reported, from))))]))
            .Where(p => p.Part is not null);
        var parts = new List<ObservationPart>();
        await rows.InsertAsync(packed.SelectMany(p => { parts.Add(p.Part); return p.Chunks; }), cancellation);
        await rows.InsertAsync(parts, cancellation);
    }

    /// <summary>An open quarter: one row for each observation. Two writers, since one leaves a core idle.</summary>
    public async Task<long> ReportAsync(Quarter quarter, int number, CancellationToken cancellation)
    {
        clock.SetDay(quarter.LastDay.AddDays(-20));
        var from = new Provenance(lead.PersonId, clock.Now, clock.Now, null);
        var halves = units.Organs.Select((o, i) => (o, i)).GroupBy(p => p.i * 2 / units.Organs.Count).Select(g => g.ToList()).ToList();
        var counts = new ConcurrentBag<long>();
        await Task.WhenAll(halves.Select(half => Task.Run(() => bulk.RunAsync<bool>(
            units.TenantId,
            async (db, rows) =>
            {
                counts.Add(await rows.InsertAsync(half.SelectMany(p => Reports(p.o, p.i, quarter, number, number + 1)).Select(r => Row(quarter, r, from)), cancellation));
                await db.SaveAsync(new Change(lead.PersonId, clock.Now, "observation.imported", nameof(Observation), null, Detail: $"{{\"quarter\":\"{quarter}\",\"count\":{rows.Written}}}"), cancellation);
                return true;
            },
            cancellation))));
        return counts.Sum();
    }

    // Organs differ, drift slowly, and a few report no business figures in the last quarter.
    private IEnumerable<(Unit Unit, string Item, Reported Reported)> Reports(DemoOrgan organ, int index, Quarter quarter, int number, int quarters)
    {
        var kind = SeededRandom.Stream(Seed, (ulong)index);
        var story = new DemoStory(.55 + (.4 * kind.NextDouble()), .55 + (.4 * kind.NextDouble()), .6 + (.38 * kind.NextDouble()), .55 + (.43 * kind.NextDouble()));
        var (party, business) = story.At(number, Math.Max(quarters, 9));
        var random = SeededRandom.Stream(Seed, ((ulong)quarter.Key << 32) + (ulong)index);
        return new DemoReports(definition, random).Of(organ, party, business, missing: index % 97 == number);
    }

    private Observation Row(Quarter quarter, (Unit Unit, string Item, Reported Reported) report, Provenance from)
    {
        var observation = Observation.Of(units.TenantId, quarter, report.Unit.Id, report.Item);
        observation.Take(report.Reported, from);
        return observation;
    }
}
