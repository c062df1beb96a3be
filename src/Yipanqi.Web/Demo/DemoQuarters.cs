using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>Reports, runs and publishes one quarter after another for the demo, each at the time it would have been.</summary>
public sealed class DemoQuarters(UnitOfWork unitOfWork, DemoUnits units, Actor lead, SeededRandom random)
{
    // Items of which a branch has none of its own: they concern the Party committee of the organ.
    private static readonly HashSet<string> CommitteeOnly = ["A1.1", "A1.3", "A1.4", "A2.1", "A3.1", "A3.3", "B3.2", "B3.3", "D2.3", "D3.2"];

    private const double BranchSpread = .05;
    private const string PlatformSource = "平台记录";
    private readonly DemoFigures figures = new(random);
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

    private IEnumerable<(string Code, SchemeItem Item)> Items => definition.Nodes.Where(n => n.Item is not null).Select(n => (n.Code, n.Item!));

    private IEnumerable<Observation> Rows(DemoOrgan organ, Quarter quarter, int number, int quarters)
    {
        var story = StoryOf(organ);
        var (party, business) = story.At(number, quarters);
        var missing = number >= quarters - story.MissingQuarters;
        var source = $"{organ.Name}业务系统";
        foreach (var (code, item) in Items)
        {
            if (CommitteeOnly.Contains(code))
            {
                yield return Row(quarter, organ.Party, code, figures.Make(item, party, PlatformSource));
            }
        }

        foreach (var (branch, department) in organ.Branches)
        {
            var p = party + (BranchSpread * random.NextGaussian());
            var b = business + (BranchSpread * random.NextGaussian());
            foreach (var (code, item) in Items)
            {
                if (CommitteeOnly.Contains(code))
                {
                    yield return Row(quarter, branch, code, new Reported(null, Absence: AbsenceReason.NotApplicable, Source: PlatformSource));
                }
                else if (item.Pool == PoolOver.Party)
                {
                    yield return Row(quarter, branch, code, figures.Make(item, p, PlatformSource));
                }
                else if (!missing)
                {
                    yield return Row(quarter, department, code, figures.Make(item, b, source));
                }
            }
        }
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
