namespace Yipanqi.Web.Shell.Frame;

/// <summary>Which plain paths are mapped, so that the frame links only to what exists.</summary>
public sealed class MappedPaths(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> paths = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(e => "/" + (e.RoutePattern.RawText ?? "").Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Has(string path) => paths.Value.Contains(path);
}
