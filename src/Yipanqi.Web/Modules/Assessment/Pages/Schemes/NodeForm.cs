using System.Globalization;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Track = Yipanqi.Engine.CompositeIndex.Track;

namespace Yipanqi.Web.Modules.Assessment.Pages.Schemes;

/// <summary>The fields of a node as they stand in the form, and back.</summary>
public sealed class NodeForm(Func<string, string?> typed)
{
    /// <summary>A field as typed, or null where the form was not sent.</summary>
    public string? this[string field] => typed(field);

    public static Dictionary<string, string> Of(SchemeNode node) => new()
    {
        ["Code"] = node.Code,
        ["Name"] = node.Name,
        ["Track"] = node.Track.ToString(),
        ["Aggregation"] = node.Aggregation.ToString(),
        ["ReleasesTo"] = string.Join('、', node.ReleasesTo),
        ["Direction"] = node.Item?.Direction.ToString() ?? "",
        ["Kind"] = node.Item?.Kind.ToString() ?? "",
        ["Unit"] = node.Item?.Unit ?? "",
        ["Scaling"] = node.Item?.Scaling.ToString() ?? "",
        ["Floor"] = Written(node.Item, node.Item?.Floor),
        ["Target"] = Written(node.Item, node.Item?.Target),
        ["Pool"] = node.Item?.Pool.ToString() ?? "",
        ["Supplier.Text"] = node.Item?.Supplier ?? "",
        ["Supplier.Id"] = node.Item?.SupplierId?.ToString() ?? "",
        ["Weighted"] = node.Item?.Weighted == true ? "yes" : "no",
        ["RatingSteps"] = Number(node.Item?.RatingSteps),
        ["LeastSize"] = Number(node.Item?.LeastSize),
        ["Definition"] = node.Item?.Definition ?? "",
    };

    /// <summary>The supplying unit as picked.</summary>
    public Picked Supplier => Picked.From(typed, nameof(Supplier));

    /// <summary>The node as the form has it; a number that is none becomes NaN, which the check refuses.</summary>
    /// <param name="sources">In the order of the form, the ticked ones.</param>
    public SchemeNode ToNode(SchemeNode node, IReadOnlyList<FigureSource> sources) => node with
    {
        Code = Text("Code"),
        Name = Text("Name"),
        Track = Choice<Track>("Track"),
        Aggregation = node.Item is null ? Choice<AggregationKind>("Aggregation") : node.Aggregation,
        ReleasesTo = Text("ReleasesTo").Split(['、', ',', '，', ' '], StringSplitOptions.RemoveEmptyEntries),
        Item = node.Item is null ? null : node.Item with
        {
            Direction = Choice<Direction>("Direction"),
            Kind = Choice<FigureKind>("Kind"),
            Unit = Text("Unit"),
            Scaling = Choice<SchemeScaling>("Scaling"),
            Floor = Goalpost("Floor"),
            Target = Goalpost("Target"),
            Pool = Choice<PoolOver>("Pool"),
            Sources = [.. node.Item.Sources.Where(sources.Contains), .. sources.Where(s => !node.Item.Sources.Contains(s))],
            Weighted = Text("Weighted") == "yes",
            RatingSteps = Whole("RatingSteps"),
            LeastSize = Whole("LeastSize"),
            Definition = Text("Definition"),
        },
    };

    // A share is written as per cent, as pages show it.
    private double? Goalpost(string field) => Text(field).TrimEnd('%', '％') is { Length: > 0 } text
        ? FigureText.Parse(text) is { } number ? (Text("Unit") == "%" ? Math.Round(number / 100, 12) : number) : double.NaN
        : null;

    private int Whole(string field) => Text(field).Length == 0 ? 0 : int.TryParse(Text(field), CultureInfo.InvariantCulture, out var number) ? number : -1;

    private TChoice Choice<TChoice>(string field) where TChoice : struct, Enum => Enum.TryParse<TChoice>(Text(field), out var chosen) ? chosen : default;

    private string Text(string field) => typed(field)?.Trim() ?? "";

    private static string Written(SchemeItem? item, double? number) =>
        number is { } known ? SchemeTexts.Typed(item!.Unit == "%" ? Math.Round(100 * known, 9) : known) : "";

    private static string Number(int? number) => number is null or 0 ? "" : number.Value.ToString(CultureInfo.InvariantCulture);
}
