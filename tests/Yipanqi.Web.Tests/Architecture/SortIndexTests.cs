using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Modules.PublicService;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Shell;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Architecture;

/// <summary>A list can be sorted by what an index of its tenant gives in order: a page of 100,000 rows must not sort them all.</summary>
public sealed partial class SortIndexTests : IDisposable
{
    private const string NoIndex = "";

    private readonly TestClock clock = new();
    private TestDatabase? database;

    /// <summary>Sorted whole, and why that is borne.</summary>
    private static readonly Dictionary<string, string> SortedWhole = new()
    {
        ["accounts last"] = "who never signed in comes first on both databases; as many as people have accounts",
        ["fusion rating"] = "a point without rating counts as 0; some for each key task",
        ["posts unit"] = "by the code of another table; as many as people have posts",
        ["posts from"] = "as many as people have posts",
    };

    /// <summary>Every order of every long list, as its page offers it.</summary>
    private static readonly (string List, string[] Orders)[] Offered =
    [
        ("units", ["", "code", "sort"]), ("people", ["", "code", "joined"]), ("tasks", ["", "due", "code", "year"]), ("measures", ["", "from", "code"]), ("fusion", ["", "from", "rating"]),
        ("duties", ["", "due"]), ("terms", ["", "due"]), ("temporary", ["", "until"]), ("complaints", ["", "day"]), ("accounts", ["", "name", "last"]), ("posts", ["", "unit", "from"]),
    ];

    public static TheoryData<string, string> Orders()
    {
        var data = new TheoryData<string, string>();
        foreach (var (list, orders) in Offered)
        {
            foreach (var order in orders.Concat(orders.Where(o => o.Length > 0).Select(o => "-" + o)))
            {
                data.Add(list, order);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task Is_served_by_an_index_of_the_tenant(string list, string order)
    {
        var index = await IndexOfAsync(list, order);

        (index.Length > 0 || SortedWhole.ContainsKey($"{list} {(order.Length > 0 ? order.TrimStart('-') : Offered.Single(o => o.List == list).Orders[1])}")).ShouldBeTrue("no index gives this order; take the order away or add the index");
    }

    [Fact]
    public async Task An_order_without_index_would_be_found() => (await IndexOfAsync("posts", "from")).ShouldBe(NoIndex);

    [Fact]
    public void Every_order_that_a_page_offers_is_looked_at()
    {
        (string Page, string List)[] pages =
        [
            ("UnitTable", "units"), ("PeoplePage", "people"), ("TaskTable", "tasks"), ("MeasureTable", "measures"), ("FusionListPage", "fusion"), ("DutiesPage", "duties"), ("TermsPage", "terms"),
            ("TemporaryPage", "temporary"), ("ComplaintsPage", "complaints"), ("AccountsPage", "accounts"), ("PostsPage", "posts"),
        ];
        foreach (var (page, list) in pages)
        {
            var razor = File.ReadAllText(SourceTree.Files($"{page}.razor").Single());
            var keys = SortedColumns().Matches(razor).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value).ToList();

            keys.ShouldNotBeEmpty(page);
            keys.Except(Offered.Single(o => o.List == list).Orders).ShouldBeEmpty(page);
        }
    }

    public void Dispose() => database?.Dispose();

    // Runs the list and looks for an index that begins with the tenant, whose next columns are those ordered by; columns between that the list compares with one value do not count.
    private async Task<string> IndexOfAsync(string list, string order)
    {
        database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, clock);
        database.Commands.Clear();
        await ReadAsync(list, committee, name => name == "sort" && order.Length > 0 ? order : null);
        var sql = database.Commands.Commands.Last(c => c.Contains("ORDER BY", StringComparison.Ordinal) && c.Contains("LIMIT", StringComparison.Ordinal));
        var ordered = OrderedBy().Match(sql);
        if (!ordered.Success)
        {
            return NoIndex;
        }

        var table = Regex.Match(sql, $"FROM \"(\\w+)\" AS \"{ordered.Groups[1].Value}\"").Groups[1].Value;
        var compared = Regex.Matches(sql, $"\"{ordered.Groups[1].Value}\"\\.\"(\\w+)\" (=|IS NULL)").Select(m => m.Groups[1].Value).ToHashSet();
        return await database.UnitOfWork.ReadAsync(
            committee.TenantId,
            db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.GetTableName() == table).SelectMany(Indexes)
                .FirstOrDefault(i => i[0] is "tenant_id" or "domain_id" && i.Skip(1).SkipWhile(c => c != ordered.Groups[2].Value && compared.Contains(c)).FirstOrDefault() == ordered.Groups[2].Value) is { } found
                    ? string.Join(", ", found) : NoIndex),
            default);
    }

    private static IEnumerable<string[]> Indexes(IEntityType entity) =>
        entity.GetIndexes().Select(i => i.Properties).Concat(entity.GetKeys().Select(k => k.Properties)).Select(p => p.Select(c => c.GetColumnName()).ToArray());

    private async Task ReadAsync(string list, Committee committee, Func<string, string?> value)
    {
        var (work, lead, today) = (database!.UnitOfWork, committee.Lead, ChinaTime.DayOf(clock.UtcNow));
        var system = committee.ActorAt(PostRole.SystemAdministrator, committee.Root);
        using var cache = new MemoryCache(Options.Create(new MemoryCacheOptions()));
        _ = list switch
        {
            "units" => (object)await new UnitsQuery(work, cache).PageAsync(lead, UnitFilter.From(value), 1, default),
            "people" => await new PeopleQuery(work).PageAsync(lead, PeopleFilter.From(value), 1, default),
            "tasks" => await new TasksQuery(work, clock).PageAsync(lead, TaskFilter.From(value), 1, default),
            "measures" => await new MeasuresQuery(work, clock).PageAsync(lead, MeasureFilter.From(value), 1, default),
            "fusion" => await new FusionQuery(work).PageAsync(lead, FusionFilter.From(value), 1, default),
            "duties" => await new ObligationsQuery(work, new WorkingCalendars(), clock).PageAsync(lead, ObligationFilter.Read(value), 1, default),
            "terms" => await new TermsQuery(work, clock).PageAsync(lead, TermFilter.From(value), 1, default),
            "temporary" => await new TemporaryQuery(work, clock).PageAsync(lead, TemporaryFilter.From(value), 1, default),
            "complaints" => await new ComplaintsQuery(work).PageAsync(lead, ComplaintFilter.From(value), 1, default),
            "accounts" => await new AccountsQuery(work, clock).PageAsync(system, AccountFilter.From(value), 1, default),
            _ => await new PostsQuery(work).PageAsync(system, PostFilter.From(value, today), 1, default),
        };
    }

    [GeneratedRegex("""ORDER BY "(\w+)"\."(\w+)"(?= DESC|,|\s|$)""")]
    private static partial Regex OrderedBy();

    [GeneratedRegex("""new\("(\w+)"(?:(?!new\().)*?Sorts = true|SortHeader [^>]*Key="(\w+)""", RegexOptions.Singleline)]
    private static partial Regex SortedColumns();
}
