using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment.Pages.Schemes;

/// <summary>Addresses of the pages of a scheme version.</summary>
public static class SchemeLinks
{
    public const string All = "/assessment/schemes";

    public static string Version(Guid id) => $"{All}/{id}";

    public static string Edit(Guid id) => $"{All}/{id}/edit";

    public static string Node(Guid id, string code) => $"{All}/{id}/node?code={Uri.EscapeDataString(code)}";

    public static string Weights(Guid id, string node, Track track, Quarter? quarter = null) => Group(id, "weights", node, track) + (quarter is null ? "" : $"&quarter={quarter}");

    public static string Judgements(Guid id, string node, Track track, int? expert = null) => Group(id, "judgements", node, track) + (expert is null ? "" : $"&expert={expert}");

    public static string Changes(Guid id) => $"{All}/{id}/changes";

    public static string Trial(Guid id) => $"{All}/{id}/trial";

    private static string Group(Guid id, string page, string node, Track track) =>
        $"{All}/{id}/{page}?node={Uri.EscapeDataString(node)}" + (track == Track.None ? "" : $"&track={track.ToString().ToLowerInvariant()}");
}
