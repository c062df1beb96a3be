using System.Net.Http.Headers;
using System.Text;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Api;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>
/// Business systems as principals, with tokens of two units of one tenant and of one of another: every address of the interface × every token ×
/// rows in every relation. What is not the token's is neither shown nor changed, and answers as what never was. Without a token that holds, a
/// person's session included, nothing is answered; and a token opens no page.
/// </summary>
public sealed class ConnectorMatrix(SecurityGround ground, Inventory inventory)
{
    public const string Root = "/api/";

    /// <summary>Addresses of the interface that ask for no token, and why.</summary>
    private static readonly Dictionary<string, string> Open = new() { ["/api/v1/openapi.json"] = "the description of the interface, without data" };

    /// <summary>What is sent to the addresses that write: · stands for the code of a row, ◦ for what the token calls its own.</summary>
    private static readonly Dictionary<string, string[]> Bodies = new()
    {
        ["/api/v1/tasks"] =
        [
            """{"tasks":[{"key":"K-◦","title":"任务","year":2026,"code":"·-1"}]}""",
            """{"tasks":[{"key":"L-◦","title":"任务","year":2026,"lead":"·"}]}""",
            """{"tasks":[{"key":"P-◦","title":"任务","year":2026,"partners":"·"}]}""",
        ],
    };

    private readonly List<Feeder> feeders = [];

    private sealed record Feeder(string Name, SecurityTenant Tenant, int Unit, string Token)
    {
        public bool MaySee(Canary canary) => canary.Tenant == Tenant.Letter && (canary.Unit == 0 || Tenant.Unit(canary.Unit).Path.StartsWith(Tenant.Unit(Unit).Path, StringComparison.Ordinal));
    }

    public int Cells { get; private set; }

    public List<string> Findings { get; } = [];

    public async Task RunAsync(Func<ProductRoute, bool>? only = null)
    {
        var (a, b) = (ground.Seeded.A, ground.Seeded.B);
        feeders.AddRange([await IssueAsync(a, SecurityTenant.FirstOrgan), await IssueAsync(a, SecurityTenant.SecondOrgan), await IssueAsync(b, SecurityTenant.FirstOrgan)]);
        var revoked = await IssueAsync(a, SecurityTenant.Department, revoked: true);
        var routes = ground.Routes.Where(r => only?.Invoke(r) != false).ToList();
        foreach (var route in routes.Where(r => r.Template.StartsWith(Root, StringComparison.Ordinal) && !Open.ContainsKey(r.Template)))
        {
            foreach (var method in route.Methods)
            {
                await RefuseAsync(route, method, revoked.Token);
                await (method == "GET" ? ReadAsync(route) : WriteAsync(route, method));
            }
        }

        foreach (var route in routes.Where(r => r.Answers("GET") && !r.Template.StartsWith(Root, StringComparison.Ordinal)))
        {
            var address = inventory.Samples.FirstOrDefault(s => s.Route.Template == route.Template)?.Address ?? route.Fill(_ => Guid.Empty.ToString());
            var (with, without) = (await AskAsync("GET", address, feeders[0].Token), await AskAsync("GET", address, null));
            var more = Canary.In(with.Text).Except(Canary.In(without.Text)).Any();
            Findings.AddRange(with.Status != without.Status || more ? [$"GET {route} with a token answers {with.Status}{(more ? " and shows more" : "")}, and {without.Status} without"] : []);
        }
    }

    private async Task RefuseAsync(ProductRoute route, string method, string revoked)
    {
        var watch = new ChangeWatch(ground);
        var (address, body, token) = (AddressOf(route), BodiesOf(route, method).FirstOrDefault(), feeders[0].Token);
        var turned = "ypq_" + Convert.ToHexStringLower(ground.Seeded.B.Id.ToByteArray()) + token[36..];
        var lead = await ground.SessionAsync(Principal.Lead);
        foreach (var (name, sent, session) in new (string, string?, Session?)[]
        {
            ("no token", null, null), ("a person's session", null, lead), ("a token of nothing", "ypq_1", null), ("a token turned to another tenant", turned, null), ("a revoked token", revoked, null),
        })
        {
            var reply = await AskAsync(method, address, sent, body, session);
            Findings.AddRange(reply.Status != 401 ? [$"{method} {route} with {name} answers {reply.Status}"] : []);
            Findings.AddRange(watch.Changes().Select(c => $"{method} {route} with {name}: {c}"));
        }
    }

    private async Task ReadAsync(ProductRoute route)
    {
        foreach (var feeder in feeders)
        {
            Look(route, feeder, "", await AskAsync("GET", AddressOf(route), feeder.Token));
            foreach (var name in inventory.QueryNames(route).DefaultIfEmpty(""))
            {
                var absent = await AskAsync("GET", With(route, name, new Canary('A', 99), Guid.CreateVersion7()), feeder.Token);
                foreach (var (canary, unit) in Rows)
                {
                    var reply = await AskAsync("GET", With(route, name, canary, unit), feeder.Token);
                    Look(route, feeder, Canary.Blunt(canary.ToString()), reply);
                    Findings.AddRange(canary.Tenant != feeder.Tenant.Letter && reply.Normalised != absent.Normalised ? [$"GET {route} as {feeder.Name}, {name} of another tenant: answers {reply.Status}, and {absent.Status} for what never was"] : []);
                }
            }
        }
    }

    private async Task WriteAsync(ProductRoute route, string method)
    {
        var bodies = BodiesOf(route, method);
        Findings.AddRange(bodies.Length == 0 ? [$"{method} {route} writes, and nothing says what is sent to it: give it lines in ConnectorMatrix.Bodies."] : []);
        foreach (var (feeder, body) in feeders.SelectMany(f => bodies.Select(b => (f, b))))
        {
            var watch = new ChangeWatch(ground);
            var absent = await AskAsync(method, AddressOf(route), feeder.Token, Told(body, new Canary(feeder.Tenant.Letter, 99).ToString(), "absent"));
            foreach (var (canary, _) in Rows.Where(r => !feeder.MaySee(r.Canary)))
            {
                _ = watch.Changes();
                var reply = await AskAsync(method, AddressOf(route), feeder.Token, Told(body, canary.ToString(), canary.ToString()));
                Findings.AddRange(watch.Changes().Where(c => c.IsOfTenant && (Guid.Parse(c.Row["tenant_id"]) != feeder.Tenant.Id || (c.Kind != "added" && c.Canaries.Any(x => !feeder.MaySee(x)))))
                    .Select(c => $"{method} {route} as {feeder.Name} about {canary} changes what is not the token's: {c}"));
                Findings.AddRange(canary.Tenant != feeder.Tenant.Letter && Bare(reply) != Bare(absent) ? [$"{method} {route} as {feeder.Name}: another tenant's {canary} answers {Bare(reply)}, and what never was {Bare(absent)}"] : []);
            }
        }
    }

    private void Look(ProductRoute route, Feeder feeder, string what, Reply reply)
    {
        Findings.AddRange(reply.Status is not (200 or 400 or 404 or 422) ? [$"GET {route} as {feeder.Name} {what}: answers {reply.Status}"] : []);
        Findings.AddRange(Canary.In(reply.Text).Where(c => !feeder.MaySee(c)).Select(c => $"GET {route} as {feeder.Name} {what}: shows {c}, {(c.Tenant == feeder.Tenant.Letter ? "outside the token's units" : "of another tenant")}"));
    }

    // Units whose rows are asked for: the token's own, the sibling's, the one above, the other tenant's.
    private IEnumerable<(Canary Canary, Guid Id)> Rows =>
        from tenant in new[] { ground.Seeded.A, ground.Seeded.B }
        from unit in new[] { SecurityTenant.FirstOrgan, SecurityTenant.SecondOrgan, SecurityTenant.Organs }
        select (tenant.CanaryOf(unit), tenant.Unit(unit).Id);

    // What was sent comes back in a refusal: that tells nothing.
    private static string Bare(Reply reply) => System.Text.RegularExpressions.Regex.Replace(reply.Normalised, "(?i)qzx[AB][0-9]{2}|absent", "·");

    private static string Told(string body, string code, string own) => body.Replace("·", code, StringComparison.Ordinal).Replace("◦", own, StringComparison.Ordinal);

    private static string[] BodiesOf(ProductRoute route, string method) => method == "GET" ? [] : Bodies.GetValueOrDefault(route.Template) ?? [];

    private static string AddressOf(ProductRoute route) => route.Fill(_ => Guid.Empty.ToString());

    // In place of each parameter, or under a name of the query the code of the row.
    private static string With(ProductRoute route, string name, Canary canary, Guid id) =>
        route.Fill(_ => id.ToString()) + (name.Length == 0 ? "" : $"?{name}={canary}");

    private async Task<Reply> AskAsync(string method, string address, string? token, string? body = null, Session? session = null)
    {
        Cells++;
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await (session ?? await ground.SessionAsync(Principal.Anonymous)).SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    // One that has fed a task of its own, so that there is something to show.
    private async Task<Feeder> IssueAsync(SecurityTenant tenant, int unit, bool revoked = false)
    {
        var (token, text) = ConnectorToken.Issue(tenant.Lead, $"接口 {tenant.CanaryOf(unit)}", tenant.Unit(unit), ground.Clock.UtcNow);
        await ground.Database.UnitOfWork.WriteAsync<bool>(
            tenant.Id,
            async db =>
            {
                db.Add(token);
                await db.SaveAsync(new Change(null, ground.Clock.UtcNow, "test.planted", nameof(ConnectorToken), token.Id), default);
                return true;
            },
            default);
        var fed = await AskAsync("PUT", "/api/v1/tasks", text, $$"""{"tasks":[{"key":"{{tenant.CanaryOf(unit)}}","title":"任务{{tenant.CanaryOf(unit)}}","year":2026}]}""");
        fed.Status.ShouldBe(200, fed.Text);
        if (revoked)
        {
            (await new RevokeToken(ground.Database.UnitOfWork, ground.Clock).RunAsync(tenant.Lead, token.Id, default)).Refusals.ShouldBeEmpty();
        }

        return new Feeder($"the token of {tenant.CanaryOf(unit)}", tenant, unit, text);
    }
}
