using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The canonical form of a definition: properties in the order of the records, nodes in their own order, no white space,
/// values that equal their default left out, numbers in their shortest exact form, UTF-8. The same definition is the same bytes.
/// </summary>
public static class SchemeJson
{
    /// <summary>A scheme file longer than this is refused.</summary>
    public const int MostMegabytes = 4;
    public const int MostBytes = MostMegabytes * 1024 * 1024;

    private static readonly JsonSerializerOptions Canonical = Options(indented: false);
    private static readonly JsonSerializerOptions Readable = Options(indented: true);

    public static byte[] Write(SchemeDefinition definition) => JsonSerializer.SerializeToUtf8Bytes(definition, Canonical);

    /// <summary>The same content with line breaks, for people and files.</summary>
    public static byte[] WriteReadable(SchemeDefinition definition) => JsonSerializer.SerializeToUtf8Bytes(definition, Readable);

    public static string HashOf(ReadOnlySpan<byte> canonical) => Convert.ToHexStringLower(SHA256.HashData(canonical));

    /// <exception cref="JsonException">The text is no scheme definition.</exception>
    public static SchemeDefinition Read(ReadOnlySpan<byte> json)
    {
        var read = JsonSerializer.Deserialize<SchemeDefinition>(json, Canonical) ?? throw new JsonException("The file holds null.");
        return read.Nodes is null || read.Nodes.Any(n => n is null)
            ? throw new JsonException("The file has no list of nodes.")
            : read with { Code = read.Code ?? "", Name = read.Name ?? "", Nodes = [.. read.Nodes.Select(Whole)], Thresholds = read.Thresholds?.Whole(), Weightings = read.Weightings is null ? null : [.. read.Weightings.Select(Whole)] };
    }

    // A file may leave out a text: it then is the empty one.
    private static SchemeNode Whole(SchemeNode node) => node with
    {
        Code = node.Code ?? "",
        Parent = node.Parent ?? "",
        Name = node.Name ?? "",
        Disconnect = node.Disconnect ?? "",
        ReleasesTo = node.ReleasesTo ?? [],
        Item = node.Item is null ? null : node.Item with { Unit = node.Item.Unit ?? "", Definition = node.Item.Definition ?? "", Sources = node.Item.Sources ?? [] },
    };

    private static SchemeWeighting Whole(SchemeWeighting weighting) => weighting is null
        ? throw new JsonException("The list of weightings holds null.")
        : weighting with { Node = weighting.Node ?? "", Experts = weighting.Experts is null ? null : [.. weighting.Experts.Select(Whole)] };

    private static ExpertJudgement Whole(ExpertJudgement expert) =>
        expert is null ? throw new JsonException("The list of experts holds null.") : expert with { Name = expert.Name ?? "", Steps = expert.Steps ?? [] };

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            NewLine = "\n",
            MaxDepth = 16,
            NumberHandling = JsonNumberHandling.Strict,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
