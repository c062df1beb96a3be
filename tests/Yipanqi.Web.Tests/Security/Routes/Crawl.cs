using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using HtmlAgilityPack;
using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>One principal opens every address without parameters and follows links, a few of each kind; where no link leads to a route, ids of seeded rows are tried.</summary>
public sealed partial class Crawl(SecurityGround ground, Inventory inventory, Session session, Func<ProductRoute, bool>? only = null)
{
    private const int MostOfAKind = 2;
    private const int MostOfARoute = 14;

    private readonly Queue<string> open = new();
    private readonly HashSet<string> seen = [];
    private readonly Dictionary<string, int> kinds = [];
    private readonly HashSet<string> granted = [];

    public async Task RunAsync()
    {
        foreach (var route in Routes.Where(r => !r.HasParameters))
        {
            Ask(route.Fill(n => n));
        }

        foreach (var (address, unit) in RoutePolicy.Addresses.SelectMany(a => Units.Select(u => (a, u))))
        {
            Ask(RowNamed().Replace(address, name => RowOf(name.Groups[1].Value, name.Groups[2].Value, unit)?.Id.ToString() ?? name.Value));
        }

        await FollowAsync();
        foreach (var route in Routes.Where(r => r.HasParameters && !granted.Contains(r.Template) && (r.Needs is not { } need || session.Principal.Can(need))))
        {
            foreach (var address in Guesses(route))
            {
                Ask(address);
            }
        }

        await FollowAsync();
    }

    private IEnumerable<string> Guesses(ProductRoute route) =>
        from type in ground.Seeded.KnownRows.Types
        from unit in Units
        let row = ground.Seeded.KnownRows.At(type, session.Principal.Tenant, unit)
        where row is not null
        select route.Fill(_ => row.Id.ToString());

    // What is decided from above is a row of a unit below.
    private IEnumerable<int> Units => new[] { session.Principal.IsSignedIn ? session.Principal.Unit : SecurityTenant.Root, SecurityTenant.First, SecurityTenant.Branch }.Distinct();

    private KnownRow? RowOf(string type, string state, int unit) => ground.Seeded.KnownRows.At(ground.Seeded.KnownRows.Types.Single(t => t.Name == type), session.Principal.Tenant, unit, state);

    private void Ask(string address)
    {
        if (seen.Add(address))
        {
            open.Enqueue(address);
        }
    }

    private async Task FollowAsync()
    {
        while (open.TryDequeue(out var address))
        {
            if (RouteOf(address) is not { } route || !IsWanted(route, address))
            {
                continue;
            }

            var reply = await session.GetAsync(address);
            if (reply.Status >= 500)
            {
                inventory.Failures.Add($"{session.Principal}: GET {address} → {reply.Status}");
            }

            if (reply.Status is >= 300 and < 400 && reply.IsGranted)
            {
                Take(reply.Location, address);
                if (!route.HasParameters)
                {
                    inventory.Add(new Sample(route, address, session.Principal));
                }
            }

            if (reply.Status == 200)
            {
                granted.Add(route.Template);
                inventory.Add(new Sample(route, address, session.Principal));
                Read(reply.Text, address);
            }
        }
    }

    // A kind: the same route asked with the same names for rows of the same types in the same state.
    private bool IsWanted(ProductRoute route, string address)
    {
        var query = address.Contains('?') ? HttpUtility.ParseQueryString(address[(address.IndexOf('?') + 1)..]) : [];
        var types = string.Join(',', ground.Seeded.KnownRows.In(address).Select(r => r.Type.Name + r.State));
        var kind = $"{route.Template}?{string.Join('&', query.AllKeys.Order())} {types}";
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        kinds[route.Template] = kinds.GetValueOrDefault(route.Template) + 1;
        return kinds[kind] <= MostOfAKind && (granted.Contains(route.Template) ? kinds[route.Template] <= MostOfARoute : true);
    }

    private void Read(string html, string address)
    {
        if (!html.Contains("<html", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var page = new HtmlDocument();
        page.LoadHtml(html);
        foreach (var link in page.DocumentNode.SelectNodes("//a[@href]")?.ToList() ?? [])
        {
            Take(WebUtility.HtmlDecode(link.GetAttributeValue("href", "")), address);
        }

        foreach (var form in page.DocumentNode.SelectNodes("//form[not(@method='post')]")?.ToList() ?? [])
        {
            var action = WebUtility.HtmlDecode(form.GetAttributeValue("action", "")) is { Length: > 0 } told ? told : address;
            if (RouteOf(action) is { } route)
            {
                inventory.NoteQuery(route, form.SelectNodes(".//input[@name]|.//select[@name]")?.Select(f => f.GetAttributeValue("name", "")) ?? []);
            }
        }

        foreach (var form in SeenForm.In(page, address, session.Principal, RouteOf))
        {
            inventory.Add(form);
        }
    }

    private void Take(string href, string from)
    {
        if (href.Length > 0 && Uri.TryCreate(new Uri("http://localhost" + from), href, out var uri) && uri is { Host: "localhost", Scheme: "http" or "https" })
        {
            Ask(uri.PathAndQuery);
        }
    }

    private IEnumerable<ProductRoute> Routes => ground.Routes.Where(r => r.Answers("GET") && only?.Invoke(r) != false);

    [GeneratedRegex(@"\{(\w+):?(\w*)\}")]
    private static partial Regex RowNamed();

    private ProductRoute? RouteOf(string address) => ground.RouteOf(address) is { } route && only?.Invoke(route) != false ? route : null;
}
