using System.Text.RegularExpressions;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>
/// A text that no page writes by itself and that stands in every text field of the seeded rows: a mark, the letter of the tenant and
/// the number of the unit whose row it is, 00 for what belongs to the whole tenant. Plain ASCII, so that no encoding hides it.
/// </summary>
public readonly partial record struct Canary(char Tenant, int Unit)
{
    private const string Mark = "qzx";

    /// <summary>Every canary in the text, each once.</summary>
    public static IReadOnlyCollection<Canary> In(string text) => text.Contains(Mark, StringComparison.OrdinalIgnoreCase)
        ? Pattern().Matches(text).Where(m => m.Groups[1].Success).Select(m => new Canary(char.ToUpperInvariant(m.Groups[1].Value[0]), int.Parse(m.Groups[2].Value, null))).ToHashSet()
        : [];

    /// <summary>The text with only the mark left of every canary: still finds what holds one, and is none when shown again.</summary>
    public static string Blunt(string text) => Pattern().Replace(text, m => m.Groups[1].Success ? Mark : m.Value);

    public override string ToString() => $"{Mark}{Tenant}{Unit:00}";

    // A protected token is random text: in ten thousands of pages one holds the mark by chance.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+|" + Mark + "([AB])([0-9]{2})", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
