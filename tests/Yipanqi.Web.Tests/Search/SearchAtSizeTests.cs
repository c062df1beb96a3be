using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Search;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Search;

/// <summary>Writing 20,000 people with their terms, and searching 100,000 units: the figures of docs/methods/performance.md.</summary>
[Trait("Category", "Full")]
public sealed class SearchAtSizeTests(ITestOutputHelper output)
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾仇解任";
    private const string Given = "明静强立伟芳娜敏杰磊军洋勇艳涛超秀霞平刚桂兰建国志远文海晓东";
    private static readonly string[] Words = ["住房", "城乡", "建设", "财政", "教育", "水务", "农业", "交通", "卫生", "文化", "商务", "审计", "林业", "民政", "司法", "应急", "统计", "体育", "档案", "信访"];
    private static readonly TimeSpan ImportBudget = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SearchBudget = TimeSpan.FromSeconds(1);
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Writes_20_000_people_with_their_terms_in_time(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, clock);
        var random = new Random(20261012);
        string Name() => $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}";

        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await SaveAsync(database, committee, db => db.AddRange(Enumerable.Range(0, 20_000).Select(_ => Person.New(committee.TenantId, Name(), null))));
        var cpu = Environment.CpuUsage.TotalTime - before;
        watch.Stop();

        var terms = await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<SearchTerm>().CountAsync(), default);
        output.WriteLine($"{kind}: 20,000 people, {terms} terms in {watch.Elapsed.TotalSeconds:0.00} s, {cpu.TotalSeconds:0.00} s CPU of this process");
        cpu.ShouldBeLessThan(ImportBudget);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Searches_100_000_units_in_time(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, clock);
        await FillAsync(database, committee);
        var search = new SearchQuery(database.UnitOfWork, [new UnitSearch(), new PersonSearch(SearchGround.People(database, clock))]);
        string[] asked = ["党支部", "住房建设局第17党支部", "L00123-07", "jiaoyu", "第", "财政 支部", "教审局", "没有这样的"];

        foreach (var actor in new[] { committee.Lead, committee.FirstOfficer })
        {
            foreach (var words in asked)
            {
                var (times, before) = (new List<double>(), Environment.CpuUsage.TotalTime);
                IReadOnlyList<SearchGroup> groups = [];
                for (var i = 0; i < 21; i++)
                {
                    var watch = Stopwatch.StartNew();
                    groups = await search.FindAsync(actor, SearchWords.Of(words), SearchQuery.Most, default);
                    times.Add(watch.Elapsed.TotalMilliseconds);
                }

                times.RemoveAt(0);
                times.Sort();
                var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / 21;
                output.WriteLine($"{kind} {(actor == committee.Lead ? "all" : "own")} {words}: {groups[0].Hits.Count}{(groups[0].IsCut ? "+" : "")} hits, median {times[10]:0.0} ms, p95 {times[18]:0.0} ms, {cpu:0.0} ms CPU of this process");
                times[18].ShouldBeLessThan(SearchBudget.TotalMilliseconds);
            }
        }
    }

    // 2,000 committees of 49 branches each: names repeat, as they do.
    private async Task FillAsync(TestDatabase database, Committee committee)
    {
        var watch = Stopwatch.StartNew();
        for (var block = 0; block < 20; block++)
        {
            await SaveAsync(database, committee, db =>
            {
                for (var i = block * 100; i < (block + 1) * 100; i++)
                {
                    var name = $"{Words[i % Words.Length]}{Words[i / Words.Length % Words.Length]}局";
                    var top = Unit.New(committee.TenantId, $"L{i:00000}", $"中共示范县{i}{name}机关委员会", Track.Party, committee.Root);
                    top.Describe(top.Name, name, "机关党委", i, "");
                    db.Add(top);
                    db.AddRange(Enumerable.Range(1, 49).Select(b => Unit.New(committee.TenantId, $"L{i:00000}-{b:00}", $"{name}第{b}党支部", Track.Party, top)));
                }
            });
        }

        if (database.Kind == DatabaseKind.PostgreSql)
        {
            PostgresServer.Execute(PostgresServer.OwnerRole, new Npgsql.NpgsqlConnectionStringBuilder(database.OwnerConnectionString).Database!, "VACUUM ANALYZE");
        }

        var terms = await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<SearchTerm>().CountAsync(), default);
        output.WriteLine($"{database.Kind}: 100,000 units, {terms} terms in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private async Task SaveAsync(TestDatabase database, Committee committee, Action<YipanqiDb> change) => await database.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            change(db);
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(Unit), null), default);
            return true;
        },
        default);
}
