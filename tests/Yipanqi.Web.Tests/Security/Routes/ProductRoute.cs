using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;

namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>An address of the product as its own route table has it: page, export, file or form target.</summary>
public sealed class ProductRoute
{
    private readonly RoutePattern pattern;

    private ProductRoute(RouteEndpoint endpoint)
    {
        pattern = endpoint.RoutePattern;
        Template = "/" + (pattern.RawText ?? "").Trim('/');
        Methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.ToList() ?? ["GET", "POST", "PUT", "PATCH", "DELETE"];
        Needs = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Permission;
        IsOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        IsPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        QueryNames = [.. NamesInQuery(endpoint)];
    }

    public string Template { get; }

    public IReadOnlyList<string> Methods { get; }

    /// <summary>The permission it asks for; null where it asks for none or finds it out later.</summary>
    public Permission? Needs { get; }

    /// <summary>Answered to people who are not signed in.</summary>
    public bool IsOpen { get; }

    /// <summary>Answered with a page, never with a file.</summary>
    public bool IsPage { get; }

    /// <summary>Names it reads from the query, as far as its page or handler tells.</summary>
    public IReadOnlyList<string> QueryNames { get; }

    public bool HasParameters => pattern.Parameters.Count > 0;

    public IEnumerable<string> ParameterNames => pattern.Parameters.Select(p => p.Name);

    public bool Answers(string method) => Methods.Contains(method);

    public static IReadOnlyList<ProductRoute> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsOfTheFramework(e)).Select(e => new ProductRoute(e))
            .GroupBy(r => (r.Template, string.Join(',', r.Methods))).Select(g => g.First()).OrderBy(r => r.Template, StringComparer.Ordinal)];

    /// <summary>How many segments agree literally; -1 where the path is not of this route.</summary>
    public int Match(string path)
    {
        var parts = path.Trim('/').Split('/');
        var segments = pattern.PathSegments;
        if (path.Trim('/').Length == 0)
        {
            return segments.Count == 0 ? 0 : -1;
        }

        var matches = parts.Length == segments.Count && parts.Zip(segments).All(p => Fits(p.First, p.Second));
        return matches ? segments.Count(s => s.Parts is [RoutePatternLiteralPart]) : -1;
    }

    /// <summary>The path with these values in order of the parameters.</summary>
    public string Fill(Func<string, string> value) => "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => value(parameter.Name),
        _ => "",
    }))));

    public override string ToString() => Template;

    private static bool Fits(string part, RoutePatternPathSegment segment) => segment.Parts[0] switch
    {
        RoutePatternLiteralPart literal => string.Equals(literal.Content, part, StringComparison.OrdinalIgnoreCase),
        RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }] } => Guid.TryParse(part, out _),
        RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }] } => int.TryParse(part, out _),
        _ => part.Length > 0,
    };

    private static bool IsOfTheFramework(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal))
            || endpoint.RoutePattern.RawText is null or "_framework/opaque-redirect" or "/_framework/opaque-redirect" || endpoint.RoutePattern.RawText.Contains("**", StringComparison.Ordinal);

    private static IEnumerable<string> NamesInQuery(RouteEndpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var asked = page?.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(p => (p.Name, Attribute: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Attribute is not null).Select(p => p.Attribute!.Name ?? p.Name) ?? [];
        var handler = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters()
            .Where(p => p.ParameterType == typeof(string) || p.ParameterType.IsValueType).Select(p => p.Name!)
            .Where(n => n is not "cancellation" && endpoint.RoutePattern.GetParameter(n) is null) ?? [];
        return asked.Concat(handler).Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
