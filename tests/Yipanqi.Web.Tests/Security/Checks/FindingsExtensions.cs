using Xunit.Sdk;

namespace Yipanqi.Web.Tests.Security.Checks;

public static class FindingsExtensions
{
    private const int MostShown = 60;

    /// <summary>Fails with one finding a line.</summary>
    public static void ShouldBeNone(this IEnumerable<string> findings)
    {
        var all = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
        {
            throw new XunitException($"{all.Count} findings:\n{string.Join('\n', all.Take(MostShown))}");
        }
    }
}
