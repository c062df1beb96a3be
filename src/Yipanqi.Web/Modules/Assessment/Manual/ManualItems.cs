using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Who brings in an item, by the scheme.</summary>
internal static class ManualItems
{
    /// <summary>The organisation enters it, the level above reviews it.</summary>
    public static bool IsManual(this SchemeNode node) => node.Item is { Supplier: null, Sources: [FigureSource.Manual, ..] };

    /// <summary>Another department supplies it for all and signs.</summary>
    public static bool IsSupplied(this SchemeNode node) => node.Item?.Supplier is { Length: > 0 };

    public static SchemeNode? Find(this SchemeDefinition definition, string code, Func<SchemeNode, bool> kind) =>
        definition.Nodes.FirstOrDefault(n => n.Code == code && n.Item is not null && kind(n));

    /// <summary>Whether a post of the actor stands above the unit: nobody reviews on their own level.</summary>
    public static bool StandsAbove(this Actor actor, Permission permission, string path) =>
        actor.PathsFor(permission).Any(top => top.Length < path.Length && path.StartsWith(top, StringComparison.Ordinal));
}
