using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>Reports, runs and publishes one quarter after another for the demo, each at the time it would have been.</summary>
public sealed class DemoQuarters(UnitOfWork unitOfWork, DemoUnits units, Actor lead, SeededRandom random)
{
    private readonly DemoReports reports = new(DefaultScheme.Definition, random);
    private readonly DemoClock clock = new();
    private readonly Dictionary<string, (double Party, double Business)> own = [];
    private readonly SchemeDefinition definition = DefaultScheme.Definition;
    private Guid schemeId;

    public async Task PublishSchemeAsync(CancellationToken cancellation)
    {
        clock.SetDay(new DateOnly(2024, 10, 8));
        await unitOfWork.WriteAsync<bool>(
            units.TenantId,
            async db =>
            {
                var scheme = Scheme.Draft(db.TenantId, definition, 1, lead.PersonId, clock.Now);
                scheme.Publish(lead.PersonId, clock.Now);
                db.Add(scheme);
                await db.SaveAsync(new Change(lead.PersonId, clock.Now, "scheme.published", nameof(Scheme), scheme.Id), cancellation);
                schemeId = scheme.Id;
                return true;
            },
            cancellation);
    }

    public async Task PublishAsync(Quarter quarter, int number, int quarters, CancellationToken cancellation)
    {
        clock.SetDay(quarter.LastDay.AddDays(10));
        await ReportAsync(quarter, number, quarters, cancellation);
        var preview = await new RunAssessment(unitOfWork, clock).RunAsync(lead, new(quarter, schemeId), cancellation);
        await new PublishAssessment(unitOfWork, clock).RunAsync(lead, new(preview.Value, ""), cancellation);
    }

    private Task ReportAsync(Quarter quarter, int number, int quarters, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        units.TenantId,
        async db =>
        {
            var rows = units.Organs.SelectMany(o => Rows(o, quarter, number, quarters)).ToList();
            db.AddRange(rows);
            await db.SaveAsync(new Change(lead.PersonId, clock.Now, "observation.imported", nameof(Observation), null, Detail: $"{{\"quarter\":\"{quarter}\",\"count\":{rows.Count}}}"), cancellation);
            return true;
        },
        cancellation);

    private IEnumerable<Observation> Rows(DemoOrgan organ, Quarter quarter, int number, int quarters)
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
