namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>Walks over the nodes of a card, of a tree of any depth.</summary>
public static class CardTree
{
    /// <summary>All items below a node, in the order of the scheme.</summary>
    public static IEnumerable<CardItem> AllItems(this CardNode node) => node.Items.Concat(node.Children.SelectMany(AllItems));

    /// <summary>The nodes that hold items themselves.</summary>
    public static IEnumerable<CardNode> Holders(this CardNode node) =>
        (node.Items.Count > 0 ? new[] { node } : []).Concat(node.Children.SelectMany(Holders));

    /// <summary>The lines of a dimension in the table of indicators: what stands right below it, or itself.</summary>
    public static IReadOnlyList<CardNode> Lines(this CardNode dimension) => dimension.Children.Count > 0 ? dimension.Children : [dimension];

    /// <summary>party, business or plain, as bars and words are coloured.</summary>
    public static string Style(string track) => track switch { "党建" => "party", "业务" => "business", _ => "plain" };

    public static string? TextStyle(string track) => track switch { "党建" => "y-party-t", "业务" => "y-biz-t", _ => null };
}
