using System.Text.Json;
using Yipanqi.Web.Access.Packs;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The schemes that ship with the platform, one for each template pack: 5 dimensions, 15 indicators, 46 items. The one for organs is whole
/// (Data/default-scheme.json); the others say what is named or defined otherwise (Data/scheme-*.json). Codes, weights and goalposts are the same,
/// so that the same records feed every one of them.
/// </summary>
public static class DefaultScheme
{
    private static readonly Dictionary<string, SchemeDefinition> ByPack = TemplatePacks.All.ToDictionary(p => p.Code, Read);

    private static readonly HashSet<string> Hashes = [.. ByPack.Values.Select(d => SchemeJson.HashOf(SchemeJson.Write(d)))];

    /// <summary>The scheme of organs.</summary>
    public static SchemeDefinition Definition => ByPack[TemplatePacks.Default.Code];

    public static SchemeDefinition Of(TemplatePack pack) => ByPack[pack.Code];

    /// <summary>Whether the definition with this hash is one of them, unchanged.</summary>
    public static bool IsShipped(string hash) => Hashes.Contains(hash);

    private static SchemeDefinition Read(TemplatePack pack)
    {
        var whole = SchemeJson.Read(EmbeddedData.Read("default-scheme.json"));
        return pack == TemplatePacks.Default ? whole : Over(whole, $"scheme-{pack.Code}.json");
    }

    private static SchemeDefinition Over(SchemeDefinition whole, string file)
    {
        var changes = JsonSerializer.Deserialize<Changes>(EmbeddedData.Read(file), JsonSerializerOptions.Web)!;
        var unknown = changes.Nodes.Keys.Except(whole.Nodes.Select(n => n.Code)).ToList();
        return unknown.Count > 0
            ? throw new InvalidOperationException($"{file} names nodes the scheme does not have: {string.Join(", ", unknown)}.")
            : whole with { Code = changes.Code, Name = changes.Name, Thresholds = changes.Thresholds?.Whole(), Nodes = [.. whole.Nodes.Select(n => changes.Nodes.TryGetValue(n.Code, out var change) ? change.Apply(n) : n)] };
    }

    private sealed record Changes(string Code, string Name, SchemeThresholds? Thresholds, IReadOnlyDictionary<string, NodeChanges> Nodes);

    private sealed record NodeChanges(string? Name, string? Definition)
    {
        public SchemeNode Apply(SchemeNode node) => node with { Name = Name ?? node.Name, Item = node.Item is null ? null : node.Item with { Definition = Definition ?? node.Item.Definition } };
    }
}
