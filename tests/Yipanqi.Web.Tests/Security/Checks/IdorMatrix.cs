using System.Collections.Concurrent;
using Yipanqi.Web.Access;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>
/// Every address × every principal × rows in every relation to them, the id in the path and under every name of the query. No reply may
/// hold a canary the principal may not see, and a row of another tenant, or outside the scope, answers as one that never was.
/// </summary>
public sealed class IdorMatrix(SecurityGround ground, Inventory inventory)
{
    private const int SamplesOfARoute = 2;

    private static readonly string[] Malformed = ["not-an-id", "0", "1'%20OR%20'1'='1", "..%2F..%2Fetc"];

    private int cells;

    public int Cells => cells;

    public ConcurrentBag<string> Findings { get; } = [];

    /// <param name="otherTypes">In the path of an address, rows of how many entities are tried that it does not name; every route has others.</param>
    /// <param name="typesOfAName">Rows of how many entities are tried under each name of the query, first that of the name.</param>
    public async Task RunAsync(Func<ProductRoute, bool>? only = null, int otherTypes = 4, int typesOfAName = 1)
    {
        var routes = ground.Routes.Where(r => r.Answers("GET") && only?.Invoke(r) != false).ToList();
        foreach (var principal in Principal.All)
        {
            await ground.SessionAsync(principal);
        }

        await Parallel.ForEachAsync(routes, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (route, _) =>
        {
            foreach (var (sample, i) in SamplesOf(route).Select((s, i) => (s, i)))
            {
                await AskAsync(sample, (routes.IndexOf(route) * SamplesOfARoute) + i, otherTypes, i == 0 ? typesOfAName : typesOfAName - 1);
            }
        });
    }

    // What somebody typed stands in the address; it would be no leak if the page showed it to whoever asks with the same words.
    private IEnumerable<Sample> SamplesOf(ProductRoute route)
    {
        var found = inventory.Samples.Where(s => s.Route.Template == route.Template && s.By.Tenant != 'B')
            .OrderByDescending(s => ground.Seeded.KnownRows.In(s.Address).Count)
            .DistinctBy(s => string.Join(',', ground.Seeded.KnownRows.In(s.Address).Select(r => r.Type))).Take(SamplesOfARoute)
            .Select(s => s with { Address = Canary.Blunt(s.Address) }).ToList();
        return found.Count > 0 ? found : [new Sample(route, route.Fill(_ => Guid.Empty.ToString()), Principal.Anonymous)];
    }

    private async Task AskAsync(Sample sample, int turn, int otherTypes, int typesOfAName)
    {
        var types = ground.Seeded.KnownRows.Types.OrderByDescending(t => t == typeof(Unit)).ThenBy(t => t.Name, StringComparer.Ordinal).ToList();
        var named = ground.Seeded.KnownRows.In(sample.Address);
        foreach (var principal in Principal.All)
        {
            await AskAsync(principal, sample, (relation, malformed) => InPath(sample.Address, named, null, principal, relation, malformed));
            foreach (var type in named.Count == 0 ? [] : Turned(types.FindAll(t => named.All(n => n.Type != t)), turn, otherTypes))
            {
                await AskAsync(principal, sample, (relation, malformed) => InPath(sample.Address, named, type, principal, relation, malformed));
            }

            foreach (var (name, i) in inventory.QueryNames(sample.Route).Select((n, i) => (n, i)))
            {
                var likely = types.Find(t => name.Contains(t.Name, StringComparison.OrdinalIgnoreCase)) ?? types[0];
                foreach (var type in Turned(types, turn + i, typesOfAName - 1).Prepend(likely).Distinct().Take(typesOfAName))
                {
                    await AskAsync(principal, sample, (relation, malformed) => InQuery(sample.Address, name, type, principal, relation, malformed));
                }
            }
        }
    }

    // As many as asked for, beginning anywhere, round and round.
    private static IEnumerable<Type> Turned(List<Type> types, int from, int count) => Enumerable.Range(0, Math.Min(Math.Max(count, 0), types.Count)).Select(n => types[(from + n) % types.Count]);

    private async Task AskAsync(Principal principal, Sample sample, Func<Relation, string, (string Address, KnownRow? Row)?> ask)
    {
        var session = await ground.SessionAsync(principal);
        Reply? absent = null;
        foreach (var relation in Enum.GetValues<Relation>())
        {
            if (ask(relation, Malformed[cells % Malformed.Length]) is not { } cell)
            {
                continue;
            }

            var reply = await session.GetAsync(cell.Address);
            Interlocked.Increment(ref cells);
            absent ??= relation == Relation.Absent ? reply : null;
            foreach (var fault in ReplyRules.Faults(ground, principal, sample.Route, cell.Row, relation, reply, absent))
            {
                Findings.Add($"GET {sample.Route} as {principal}, {relation}: {fault} ({cell.Address})");
            }
        }
    }

    // Without a type: a row of the type the address names. With another type, the address is one that never was.
    private (string Address, KnownRow? Row)? InPath(string address, List<KnownRow> named, Type? type, Principal principal, Relation relation, string malformed)
    {
        if (named.Count == 0 || (type is not null && relation == Relation.Malformed))
        {
            return named.Count == 0 && relation == Relation.Own ? (address, null) : null;
        }

        KnownRow? first = null;
        foreach (var row in named)
        {
            var other = Related.Row(ground, type ?? row.Type, principal, relation);
            first ??= other;
            if (Written(other, relation, malformed) is not { } id)
            {
                return null;
            }

            address = KnownRows.Replace(address, row.Id, id);
        }

        return (address, first);
    }

    private (string Address, KnownRow? Row)? InQuery(string address, string name, Type type, Principal principal, Relation relation, string malformed)
    {
        var row = Related.Row(ground, type, principal, relation);
        return Written(row, relation, malformed) is { } id ? ($"{address.Split('?')[0]}?{name}={id}", row) : null;
    }

    private static string? Written(KnownRow? row, Relation relation, string malformed) => relation switch
    {
        Relation.Absent => Guid.CreateVersion7().ToString(),
        Relation.Malformed => malformed,
        _ => row?.Id.ToString(),
    };
}
