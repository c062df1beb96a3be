using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Yipanqi.Web.Shell;

/// <summary>
/// Behind a proxy the address of who asks stands in X-Forwarded-For. It is believed from this machine and from the proxies named in
/// <c>Proxies</c> (addresses or networks, comma between), from nobody else.
/// </summary>
public static class ForwardedAddress
{
    public static void AddForwardedAddress(this IServiceCollection services, string? proxies) => services.Configure<ForwardedHeadersOptions>(o =>
    {
        o.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        foreach (var proxy in (proxies ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                o.KnownProxies.Add(address);
            }
            else
            {
                o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }
    });
}
