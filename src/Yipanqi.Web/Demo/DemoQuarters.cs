using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>Reports, runs and publishes one quarter after another for the demo, each at the time it would have been.</summary>
public sealed class DemoQuarters(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people, SeededRandom random, SourcedItems sourced)
{
    private readonly DemoReports reports = new(DefaultScheme.Definition, random, sourced.Sources.SelectMany(s => s.Items).ToHashSet());
    private readonly DemoClock clock = new();
    private readonly Dictionary<string, (double Party, double Business)> own = [];
    private readonly SchemeDefinition definition = DefaultScheme.Definition;
    private readonly Actor lead = people.Lead;
    private Guid schemeId;

    public async Task PublishSchemeAsync(CancellationToken cancellation)
    {
        clock.SetDay(new DateOnly(2024, 10, 8));
        schemeId = await PublishAsync(definition, 1, cancellation);
    }

    private async Task<Guid> PublishAsync(SchemeDefinition published, int number, CancellationToken cancellation) =>
        (await unitOfWork.WriteAsync<Guid>(
            units.TenantId,
            async db =>
            {
                var scheme = Scheme.Draft(db.TenantId, published, number, people.Officer.PersonId, clock.Now);
                if (!scheme.IsAsShipped)
                {
                    scheme.Submit(people.Officer.PersonId, clock.Now);
                    scheme.Review(true, "", lead.PersonId, [people.Officer.PersonId], clock.Now);
                }

                scheme.Publish(lead.PersonId, clock.Now);
                db.Add(scheme);
                await db.SaveAsync(new Change(lead.PersonId, clock.Now, "scheme.published", nameof(Scheme), scheme.Id), cancellation);
                return scheme.Id;
            },
            cancellation)).Value;

    public async Task PublishAsync(Quarter quarter, int number, int quarters, CancellationToken cancellation)
    {
        var cycle = new DemoCycle(unitOfWork, units, people, clock);
        clock.SetDay(quarter.LastDay.AddDays(1));
        await cycle.OpenAsync(quarter, schemeId, quarter.LastDay.AddDays(5), cancellation);
        await ReportAsync(quarter, units.Organs, number, quarters, cancellation);
        await GatherAsync(quarter, cancellation);
        if (number == quarters - 1)
        {
            await cycle.AdjustAsync(quarter, cancellation);
        }

        clock.SetDay(quarter.LastDay.AddDays(6));
        await cycle.PreviewAsync(quarter, schemeId, cancellation);
        if (number == quarters - 1)
        {
            await cycle.ObjectAsync(quarter, schemeId, cancellation);
        }

        clock.SetDay(quarter.LastDay.AddDays(6 + DemoCycle.ObjectionDays + 1));
        await cycle.PublishAsync(cancellation);
    }

    /// <summary>Leaves a quarter open: two thirds of the organs have reported, self-reports and supplied figures are on their way.</summary>
    public async Task LeaveOpenAsync(Quarter quarter, int quarters, CancellationToken cancellation)
    {
        clock.SetDay(quarter.FirstDay.AddDays(11));
        var cycle = new DemoCycle(unitOfWork, units, people, clock);
        await cycle.LeaveOpenAsync(quarter, await PublishAsync(DemoCycle.WithAskedItems(definition), 2, cancellation), cancellation);
        await ReportAsync(quarter, [.. units.Organs.Where((_, at) => at % 3 != 0)], quarters - 1, quarters, cancellation);
    }

    /// <summary>Quality of an organ's Party work and business in a quarter; before the first and after the last as in these.</summary>
    public (double Party, double Business) QualityOf(DemoOrgan organ, Quarter quarter) =>
        StoryOf(organ).At(Math.Clamp(((quarter.Year - DemoSeed.First.Year) * 4) + quarter.Number - DemoSeed.First.Number, 0, DemoSeed.Quarters - 1), DemoSeed.Quarters);

    private async Task GatherAsync(Quarter quarter, CancellationToken cancellation)
    {
        var gather = new GatherFigures(unitOfWork, sourced, clock);
        foreach (var source in await unitOfWork.ReadAsync(units.TenantId, db => sourced.InUseAsync(db, cancellation), cancellation))
        {
            _ = (await gather.RunAsync(units.TenantId, quarter, source.Name, cancellation)).Value;
        }
    }

    private Task ReportAsync(Quarter quarter, IReadOnlyList<DemoOrgan> organs, int number, int quarters, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        units.TenantId,
        async db =>
        {
            var rows = organs.SelectMany(o => Rows(o, quarter, number, quarters)).ToList();
            db.AddRange(rows);
            await db.SaveAsync(new Change(lead.PersonId, clock.Now, "observation.imported", nameof(Observation), null, Detail: $"{{\"quarter\":\"{quarter}\",\"count\":{rows.Count}}}"), cancellation);
            return true;
        },
        cancellation);

    // In the quarter left open some items are asked of people, and one has not come in yet.
    private IEnumerable<Observation> Rows(DemoOrgan organ, Quarter quarter, int number, int quarters) =>
        quarter == DemoSeed.OpenQuarter ? Made(organ, quarter, number, quarters).Where(o => !DemoCycle.IsStillOut(o.ItemCode)) : Made(organ, quarter, number, quarters);

    private IEnumerable<Observation> Made(DemoOrgan organ, Quarter quarter, int number, int quarters)
    {
        var story = StoryOf(organ);
        var (party, business) = story.At(number, quarters);
        return reports.Of(organ, party, business, number >= quarters - story.MissingQuarters).Select(r => Row(quarter, r.Unit, r.Item, r.Reported));
    }

    // Organs without a story of their own do well and get better slowly, each from where it began.
    private DemoStory StoryOf(DemoOrgan organ)
    {
        if (DemoOrgans.Stories.TryGetValue(organ.Name, out var story))
        {
            return story;
        }

        if (!own.TryGetValue(organ.Name, out var last))
        {
            own[organ.Name] = last = (.86 + (.10 * random.NextDouble()), .85 + (.11 * random.NextDouble()));
        }

        return new DemoStory(last.Party - .12, last.Business - .16, last.Party, last.Business);
    }

    private Observation Row(Quarter quarter, Unit unit, string item, Reported reported)
    {
        var observation = Observation.Of(units.TenantId, quarter, unit.Id, item);
        observation.Take(reported, new Provenance(lead.PersonId, clock.Now, clock.Now, null));
        return observation;
    }
}
