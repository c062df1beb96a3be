using System.Reflection;
using System.Text.Json;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The lists that ship, from Data/shipped-lists.json: the Party group's, the organisation's, the secretary's, tied by the cascade.</summary>
public static class ShippedLists
{
    private static readonly Lazy<IReadOnlyList<Shipped>> Loaded = new(Read);

    /// <param name="Facts">The duties in order.</param>
    public sealed record Shipped(string Code, string Name, string Basis, IReadOnlyList<DutyFacts> Facts);

    public static IReadOnlyList<Shipped> All => Loaded.Value;

    /// <summary>Whether these duties are those of the shipped list of that code, unchanged.</summary>
    public static bool IsShipped(string listCode, IEnumerable<DutyFacts> facts) => All.Any(l => l.Code == listCode && l.Facts.SequenceEqual(facts));

    private static List<Shipped> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("responsibilities/shipped-lists.json")
            ?? throw new InvalidOperationException("The lists are not in the program.");
        var lists = JsonSerializer.Deserialize<List<ListText>>(stream, JsonSerializerOptions.Web)!;
        return lists.ConvertAll(l => new Shipped(l.Code, l.Name, l.Basis, [.. l.Duties.Select(d => DutyText.Read(field => d.GetValueOrDefault(field, "")).Value)]));
    }

    private sealed record ListText(string Code, string Name, string Basis, IReadOnlyList<Dictionary<string, string>> Duties);
}
