using System.Text.Json;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Makes the figures a snapshot keeps: of every large scope by tier, and the medians of every peer group.</summary>
internal static class FigureMaking
{
    /// <summary>From so many organisations on a scope's figures are kept; of smaller ones they are made when a page asks.</summary>
    public const int LeastKept = 1_000;

    private static readonly UnitTier[] Tiers = [UnitTier.All, UnitTier.Organs, UnitTier.Branches];

    /// <param name="paths">Path of each organisation, by position.</param>
    /// <param name="wideGap">From which gap on it is at least yellow.</param>
    /// <param name="wanted">Limits the scopes to those it accepts; null makes all.</param>
    public static IEnumerable<(string Name, ScopeFigures Figures)> Scopes(
        IReadOnlyList<FigureLine> lines, IReadOnlyList<string> paths, int items, double wideGap, Func<int, int, AbsenceReason> reasonOf, Func<string, bool>? wanted = null)
    {
        var byScope = new Dictionary<string, List<FigureLine>>();
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var scope in ScopesOf(paths[i]))
            {
                if (!byScope.TryGetValue(scope, out var own))
                {
                    byScope[scope] = own = [];
                }

                own.Add(lines[i]);
            }
        }

        return byScope.Where(s => s.Value.Count >= LeastKept && (wanted is null || wanted(s.Key)))
            .SelectMany(s => Tiers.Select(tier => (s.Key, tier, Lines: s.Value.Where(l => l.IsIn(tier)).ToList())))
            .AsParallel().AsOrdered()
            .Select(s => (SnapshotFigure.OfScope(s.Key, s.tier), ScopeFigures.Of(s.Lines, items, wideGap, reasonOf)));
    }

    /// <summary>Median of each node over the organisations of a group; none under 5 scores.</summary>
    /// <param name="scoreOf">Score of a node at a position; NaN for none.</param>
    public static Dictionary<string, double> Medians(IndexStructure structure, IReadOnlyList<int> positions, Func<int, int, double> scoreOf)
    {
        var medians = new Dictionary<string, double>();
        for (var node = structure.ItemCount; node <= structure.Root; node++)
        {
            var scores = positions.Select(p => scoreOf(node, p)).Where(s => !double.IsNaN(s)).ToArray();
            if (scores.Length >= PeerGroups.LeastSize)
            {
                medians[structure.Nodes[node].Code] = Statistics.Median(scores);
            }
        }

        return medians;
    }

    public static string Write<T>(T figures) => JsonSerializer.Serialize(figures, JsonSerializerOptions.Web);

    public static T Read<T>(string content) => JsonSerializer.Deserialize<T>(content, JsonSerializerOptions.Web)!;

    /// <summary>The paths of a unit and of all above it.</summary>
    public static IEnumerable<string> ScopesOf(string path)
    {
        for (var end = path.IndexOf('.', StringComparison.Ordinal); end >= 0; end = path.IndexOf('.', end + 1))
        {
            yield return path[..(end + 1)];
        }
    }
}
