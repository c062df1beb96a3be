namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>Before every address of the interface: whose token is shown, and whether it asks too often. Cookies of people count for nothing here.</summary>
internal sealed class ConnectorGate(ConnectorQuery connectors, ConnectorLimits limits) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!limits.MayGuess(address))
        {
            return TooMany(http);
        }

        var header = http.Request.Headers.Authorization.ToString();
        var connector = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? await connectors.FindAsync(header[Scheme.Length..].Trim(), http.RequestAborted) : null;
        if (connector is null)
        {
            _ = header.Length > 0 && limits.AllowsGuess(address);
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem.Of(StatusCodes.Status401Unauthorized, "令牌无效或已停用。", "请在请求头 Authorization 里写 Bearer 和令牌；令牌在平台的“业务系统接口”页上发放。");
        }

        if (!limits.Allows(connector.TokenId))
        {
            return TooMany(http);
        }

        http.Items[typeof(Connector)] = connector;
        return await next(context);
    }

    public static Connector ConnectorOf(HttpContext http) => (Connector)http.Items[typeof(Connector)]!;

    private static IResult TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = $"{ConnectorLimits.RetryAfterSeconds}";
        return Problem.Of(StatusCodes.Status429TooManyRequests, "请求太频繁，没有办理。", $"每个令牌每分钟最多 {ConnectorLimits.OfToken} 次，一次可以送 {FedBatch.MostTasks} 项任务。请等一分钟再送。");
    }
}
