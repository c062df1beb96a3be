using System.Reflection;
using System.Text.Json;
using Yipanqi.Web.Access.Packs;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The lists that ship, from Data/shipped-lists*.json: by level, tied by the cascade, for each kind of institution its own. Which a tenant is offered, its template pack says.</summary>
public static class ShippedLists
{
    private static readonly string[] Files = ["shipped-lists.json", "shipped-lists-school.json", "shipped-lists-institute.json"];

    private static readonly Lazy<IReadOnlyList<Shipped>> Loaded = new(Read);

    /// <param name="Facts">The duties in order.</param>
    public sealed record Shipped(string Code, string Name, string Basis, IReadOnlyList<DutyFacts> Facts);

    public static IReadOnlyList<Shipped> All => Loaded.Value;

    /// <summary>The lists of a pack, from the top level down.</summary>
    public static IReadOnlyList<Shipped> Of(TemplatePack pack) => [.. pack.Lists.Select(c => All.Single(l => l.Code == c))];

    /// <summary>Whether these duties are those of the shipped list of that code, unchanged.</summary>
    public static bool IsShipped(string listCode, IEnumerable<DutyFacts> facts) => All.Any(l => l.Code == listCode && l.Facts.SequenceEqual(facts));

    private static IReadOnlyList<Shipped> Read() => [.. Files.SelectMany(Read).Select(l => new Shipped(l.Code, l.Name, l.Basis, [.. l.Duties.Select(d => DutyText.Read(field => d.GetValueOrDefault(field, "")).Value)]))];

    private static List<ListText> Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("responsibilities/" + file)
            ?? throw new InvalidOperationException("The lists are not in the program.");
        return JsonSerializer.Deserialize<List<ListText>>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record ListText(string Code, string Name, string Basis, IReadOnlyList<Dictionary<string, string>> Duties);
}
