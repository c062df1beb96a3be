using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>What an organ with its branches and departments reports in a quarter.</summary>
/// <param name="computed">Items computed from records, which nobody reports; null for none.</param>
public sealed class DemoReports(SchemeDefinition definition, SeededRandom random, IReadOnlySet<string>? computed = null)
{
    // Items of which a branch has none of its own: they concern the Party committee of the organ.
    private static readonly HashSet<string> CommitteeOnly = ["A1.1", "A1.3", "A1.4", "A2.1", "A3.1", "A3.3", "B3.2", "B3.3", "D2.3", "D3.2"];

    private const double BranchSpread = .05;
    private const string PlatformSource = "平台记录";

    private readonly DemoFigures figures = new(random);
    private readonly List<(string Code, SchemeItem Item)> items = [.. definition.Nodes.Where(n => n.Item is not null && computed?.Contains(n.Code) != true).Select(n => (n.Code, n.Item!))];

    /// <param name="party">Quality of the Party work, 0–1.</param>
    /// <param name="business">Quality of the business, 0–1.</param>
    /// <param name="missing">The business figures were not reported.</param>
    public IEnumerable<(Unit Unit, string Item, Reported Reported)> Of(DemoOrgan organ, double party, double business, bool missing)
    {
        var source = $"{organ.Name}业务系统";
        foreach (var (code, item) in items)
        {
            if (CommitteeOnly.Contains(code))
            {
                yield return (organ.Party, code, figures.Make(item, party, PlatformSource));
            }
        }

        foreach (var (branch, department) in organ.Branches)
        {
            var p = party + (BranchSpread * random.NextGaussian());
            var b = business + (BranchSpread * random.NextGaussian());
            foreach (var (code, item) in items)
            {
                if (CommitteeOnly.Contains(code))
                {
                    yield return (branch, code, new Reported(null, Absence: AbsenceReason.NotApplicable, Source: PlatformSource));
                }
                else if (item.Pool == PoolOver.Party)
                {
                    yield return (branch, code, figures.Make(item, p, PlatformSource));
                }
                else if (!missing)
                {
                    yield return (department, code, figures.Make(item, b, source));
                }
            }
        }
    }
}
