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

    // As many are made at a time, on all cores: what is made must not run ahead of what is taken, or it fills the memory.
    private const int PartsABatch = 16;

    private readonly UnitOfWork unitOfWork;
    private readonly BulkWrite bulk;
    private readonly ProvinceUnits units;
    private readonly Actor lead;
    private readonly DemoClock clock;
    private readonly UnitForest forest;
    private readonly Guid schemeId;
    private readonly string definitionHash;
    private readonly SchemeDefinition definition = DefaultScheme.Definition;
    private PreviousRun previous = new(null, new Dictionary<Guid, (double Index, int Rank, Guid? PeerGroupId)>());

    private ProvinceQuarters(UnitOfWork unitOfWork, BulkWrite bulk, ProvinceUnits units, Actor lead, DemoClock clock, UnitForest forest, Scheme scheme)
    {
        (this.unitOfWork, this.bulk, this.units, this.lead, this.clock, this.forest) = (unitOfWork, bulk, units, lead, clock, forest);
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
        var forest = await unitOfWork.ReadAsync(units.TenantId, db => UnitForest.LoadAsync(db, null, Quarter.Of(ChinaTime.DayOf(clock.Now)), cancellation), cancellation);
        return new(unitOfWork, bulk, units, lead, clock, forest, scheme);
    }

    /// <summary>A published quarter: observations packed, results as a snapshot. Rank intervals are left out: they would take hours.</summary>
    public async Task PublishAsync(Quarter quarter, int number, int quarters, CancellationToken cancellation)
    {
        clock.SetDay(quarter.LastDay.AddDays(10));
        await OpenAsync(quarter, isPublished: true, cancellation);
        var items = RunLoad.ItemsOf(definition);
        var (observations, packed) = Make(items, quarter, number, quarters);
        var inputs = RunLoad.Assemble(definition, definitionHash, quarter, forest, previous, items, observations);
        var content = SnapshotContent.Of(inputs, RunOutput.Of(inputs));
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
                await rows.InsertAsync(packed.SelectMany(p => p.Chunks), cancellation);
                await rows.InsertAsync(packed.Select(p => p.Part), cancellation);
                return true;
            },
            cancellation);
        previous = new(snapshot.Id, content.Lines.Where(l => l.Index is not null)
            .ToDictionary(l => inputs.Subjects[l.Position].UnitId, l => (l.Index!.Value, l.Rank, inputs.Subjects[l.Position].PeerGroupId)));
    }

    private Task OpenAsync(Quarter quarter, bool isPublished, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        units.TenantId,
        async db =>
        {
            var (cycle, today) = (QuarterCycle.Open(units.TenantId, quarter, schemeId, quarter.LastDay.AddDays(5), 0), ChinaTime.DayOf(clock.Now));
            db.Add(cycle);
            db.Add(QuarterStep.Of(units.TenantId, quarter.Key, 0, QuarterState.NotOpened, QuarterState.Collecting, lead.PersonId, clock.Now, ""));
            QuarterState[] steps = isPublished ? [QuarterState.Previewing, QuarterState.Published] : [];
            db.AddRange(steps.Select(to => cycle.Move(to, today, null, lead.PersonId, clock.Now, "")));
            await db.SaveAsync(new Change(lead.PersonId, clock.Now, "quarter.opened", nameof(QuarterCycle), null), cancellation);
            return true;
        },
        cancellation);

    // Organs follow each other in the order of ids, so a few in a row are a part. What a part reports is packed as soon as it is made:
    // packed it takes a fiftieth of the memory.
    private (ItemObservations[] Observations, List<(ObservationPart Part, List<ObservationChunk> Chunks)> Packed) Make(
        IReadOnlyList<string> items, Quarter quarter, int number, int quarters)
    {
        var observations = items.Select(_ => new ItemObservations(forest.Units.Count, forest.Subjects.Count)).ToArray();
        var byCode = items.Select((code, at) => (code, at)).ToDictionary(p => p.code, p => p.at);
        var packed = new List<(ObservationPart, List<ObservationChunk>)>();
        foreach (var batch in units.Organs.Select((organ, at) => (organ, at)).Chunk(OrgansAPart).Select((organs, part) => (organs, part)).Chunk(PartsABatch))
        {
            foreach (var (reports, part) in batch.AsParallel().AsOrdered().Select(p => MakePart(p.part, p.organs, quarter, number, quarters)).ToList())
            {
                reports.ForEach(r => observations[byCode[r.Item]].Take(forest.Find(r.Unit.Id)!.Value, r.Reported));
                packed.Add(part);
            }
        }

        return (observations, packed);
    }

    private (List<(Unit Unit, string Item, Reported Reported)> Reports, (ObservationPart, List<ObservationChunk>) Packed) MakePart(
        int part, (DemoOrgan Organ, int Index)[] organs, Quarter quarter, int number, int quarters)
    {
        var from = new Provenance(lead.PersonId, clock.Now, clock.Now, null);
        var reports = organs.SelectMany(o => Reports(o.Organ, o.Index, quarter, number, quarters)).ToList();
        var byUnit = reports.GroupBy(r => r.Unit.Id).OrderBy(g => ObservationPart.OrderOf(g.Key), StringComparer.Ordinal);
        return (reports, PackedObservations.Pack(units.TenantId, quarter, part, [.. byUnit.Select(g => (g.Key, g.Select(r => (r.Item, r.Reported, from))))]));
    }

    /// <summary>An open quarter: one row for each observation. Two writers, since one leaves a core idle.</summary>
    public async Task<long> ReportAsync(Quarter quarter, int number, CancellationToken cancellation)
    {
        clock.SetDay(quarter.LastDay.AddDays(-20));
        await OpenAsync(quarter, isPublished: false, cancellation);
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
