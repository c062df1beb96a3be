using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace Yipanqi.Web.Tests.Security.Checks;

public static partial class FindingsExtensions
{
    private const int MostShown = 60;

    /// <summary>Fails with one finding a line, those that differ in ids alone told once.</summary>
    public static void ShouldBeNone(this IEnumerable<string> findings)
    {
        var all = findings.DistinctBy(f => Ids().Replace(f, "·")).Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
        {
            throw new XunitException($"{all.Count} findings:\n{string.Join('\n', all.Take(MostShown))}");
        }
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Ids();
}
