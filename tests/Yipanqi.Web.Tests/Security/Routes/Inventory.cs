using System.Collections.Concurrent;
using System.Web;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Ground;

namespace Yipanqi.Web.Tests.Security.Routes;

/// <summary>All that the principals find by following links from page to page: an address for every route, and every form.</summary>
public sealed class Inventory
{
    private const int CopiesOfAReader = 3;

    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<Inventory>>> Made = new();

    private readonly List<Sample> samples = [];
    private readonly Dictionary<(string Key, Principal By), List<SeenForm>> forms = [];
    private readonly ConcurrentDictionary<string, SeenForm> effective = new();
    private readonly Dictionary<string, SortedSet<string>> queryNames = [];

    public IReadOnlyList<Sample> Samples => samples;

    /// <summary>Every form once: a copy known to have an effect, else as seen by the first who was shown it.</summary>
    public IReadOnlyList<SeenForm> Forms => [.. forms.Keys.Where(f => f.By.Tenant != 'B').Select(f => f.Key).Distinct().Order(StringComparer.Ordinal).Select(k => CopiesOf(k)[0])];

    /// <summary>A few copies of the form, about other rows or shown to others: where one can do nothing, another may. Those known to have an effect first.</summary>
    public IReadOnlyList<SeenForm> CopiesOf(string key)
    {
        var seen = forms.Where(f => f.Key.Key == key && f.Key.By.Tenant != 'B').SelectMany(f => f.Value);
        return [.. effective.TryGetValue(key, out var known) ? seen.Prepend(known).Distinct() : seen];
    }

    public void HasEffect(SeenForm form) => effective.TryAdd(form.Key, form);

    /// <summary>Answers of 500 and above met on the way.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Routes with parameters for which nobody found an address.</summary>
    public List<ProductRoute> Unreached { get; } = [];

    public static Task<Inventory> OfAsync(DatabaseKind kind) => Made.GetOrAdd(kind, k => new(() => TakeAsync(k))).Value;

    public IEnumerable<string> QueryNames(ProductRoute route) =>
        route.QueryNames.Concat(queryNames.GetValueOrDefault(route.Template) ?? []).Distinct(StringComparer.OrdinalIgnoreCase);

    internal void Add(Sample sample)
    {
        samples.Add(sample);
        NoteQuery(sample.Route, HttpUtility.ParseQueryString(sample.Address.Contains('?') ? sample.Address[(sample.Address.IndexOf('?') + 1)..] : "").AllKeys!);
    }

    internal void Add(SeenForm form)
    {
        if (!forms.TryGetValue((form.Key, form.By), out var copies))
        {
            forms[(form.Key, form.By)] = copies = [];
        }

        if (copies.Count < CopiesOfAReader && copies.TrueForAll(c => c.Page != form.Page || c.Handler != form.Handler))
        {
            copies.Add(form);
        }
    }

    internal void NoteQuery(ProductRoute route, IEnumerable<string?> names)
    {
        if (!queryNames.TryGetValue(route.Template, out var known))
        {
            queryNames[route.Template] = known = new(StringComparer.OrdinalIgnoreCase);
        }

        known.UnionWith(names.Where(n => !string.IsNullOrEmpty(n))!);
    }

    private static async Task<Inventory> TakeAsync(DatabaseKind kind)
    {
        using var ground = await SecurityGround.StartAsync(kind);
        return await TakeAsync(ground, Principal.All.Concat(Principal.Others));
    }

    public static async Task<Inventory> TakeAsync(SecurityGround ground, IEnumerable<Principal> principals, Func<ProductRoute, bool>? only = null)
    {
        var inventory = new Inventory();
        foreach (var principal in principals)
        {
            await new Crawl(ground, inventory, await ground.SessionAsync(principal), only).RunAsync();
        }

        inventory.Unreached.AddRange(ground.Routes.Where(r => r.HasParameters && r.Answers("GET") && only?.Invoke(r) != false && inventory.samples.All(s => s.Route.Template != r.Template)));
        return inventory;
    }
}
