using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Search;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Search;

public sealed class SearchQueryTests
{
    private static readonly TestClock Clock = new();

    private static readonly (string Words, string[] Units, string[] People)[] Cases =
    [
        ("P1", ["P1", "P1B1", "P1B2"], []),
        ("ａ１", ["A1", "A1D1"], []),
        ("甲局", ["A1", "P1", "A1D1", "P1B1", "P1B2"], []),
        ("第一党支部", ["P1B1"], []),
        ("甲局 支部", ["P1B1", "P1B2"], []),
        ("局一处", ["A1D1"], []),
        ("处", ["A1D1"], []),
        ("甲党支", ["P1B1", "P1B2"], []),
        ("jjjgdw", ["P1"], []),
        ("jdw", ["P1"], []),
        ("yijujiguan", ["P2"], []),
        ("周明", [], ["周明"]),
        ("zm", [], ["周明"]),
        ("zhoum", [], ["周明"]),
        ("单", [], ["单立"]),
        ("sl", [], ["单立"]),
        ("曾晓", [], []),
        ("E101", [], ["解梅"]),
        ("e10", [], ["解梅"]),
        ("E102", [], []),
        ("xm", [], ["解梅"]),
        ("没有的", [], []),
        ("%", [], []),
        ("' or 1=1", [], []),
        ("", [], []),
    ];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_the_best_first_alike_on_both_databases(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await FoundAsync(database);
        var search = Search(database);

        foreach (var (words, units, people) in Cases)
        {
            var groups = await search.FindAsync(committee.Lead, SearchWords.Of(words), SearchQuery.Most, default);

            string.Join(' ', Of(groups, SearchKind.Unit, h => h.Code)).ShouldBe(string.Join(' ', units), $"units by {words}");
            string.Join(' ', Of(groups, SearchKind.Person, h => h.Title)).ShouldBe(string.Join(' ', people), $"people by {words}");
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_nobody_what_lies_outside_their_subtree_permission_or_tenant(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await FoundAsync(database);
        var search = Search(database);
        var stranger = committee.Lead with { TenantId = Guid.CreateVersion7() };
        var administrator = committee.ActorAt(PostRole.SystemAdministrator, committee.Root);
        var supplier = committee.ActorAt(PostRole.DataSupplier, committee.Root);

        Of(await search.FindAsync(committee.FirstOfficer, SearchWords.Of("局"), SearchQuery.Most, default), SearchKind.Unit, h => h.Code).ShouldBe(["A1", "P1", "A1D1", "P1B1", "P1B2"]);
        Of(await search.FindAsync(committee.FirstOfficer, SearchWords.Of("zm"), SearchQuery.Most, default), SearchKind.Person, h => h.Title).ShouldBeEmpty();
        Of(await search.FindAsync(committee.FirstOfficer, SearchWords.Of("单立"), SearchQuery.Most, default), SearchKind.Person, h => h.Note).ShouldBe(["甲局第一党支部 · 支部书记"]);
        foreach (var words in new[] { "解梅", "E101" })
        {
            Of(await search.FindAsync(committee.FirstOfficer, SearchWords.Of(words), SearchQuery.Most, default), SearchKind.Person, h => $"{h.Note} {h.Href[..8]}").ShouldBe(["甲局一处 /people/"]);
            Of(await search.FindAsync(committee.ActorAt(PostRole.BranchSecretary, committee.Second), SearchWords.Of(words), SearchQuery.Most, default), SearchKind.Person, h => h.Title).ShouldBeEmpty();
        }

        (await search.FindAsync(stranger, SearchWords.Of("局"), SearchQuery.Most, default)).ShouldAllBe(g => g.Hits.Count == 0);
        (await search.FindAsync(administrator, SearchWords.Of("局"), SearchQuery.Most, default)).ShouldBeEmpty();
        (await search.FindAsync(supplier, SearchWords.Of("zm"), SearchQuery.Most, default)).Select(g => g.Kind).ShouldBe([SearchKind.Unit]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_a_unit_by_the_spelling_of_its_own_name(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await FoundAsync(database);
        await SaveAsync(database, committee, db => db.Add(Unit.New(committee.TenantId, "Z1", "示范市委组织部", Track.Party, committee.First)));

        foreach (var words in new[] { "zzb", "zuzhib", "sfswzzb" })
        {
            Of(await Search(database).FindAsync(committee.Lead, SearchWords.Of(words), SearchQuery.Most, default), SearchKind.Unit, h => h.Code).ShouldBe(["Z1"], words);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_as_many_commands_for_many_hits_as_for_few(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await FoundAsync(database);
        var search = Search(database);
        async Task<int> CommandsAsync(string words)
        {
            database.Commands.Clear();
            await search.FindAsync(committee.Lead, SearchWords.Of(words), SearchQuery.Most, default);
            return database.Commands.Commands.Count;
        }

        await ManyAsync(database, committee, 300);
        var few = await CommandsAsync("A1D1");
        var many = await CommandsAsync("分队");

        // A code of a unit may be one of a person.
        few.ShouldBe(3);
        many.ShouldBe(3);
        (await search.FindAsync(committee.Lead, SearchWords.Of("分队"), 100, default, SearchKind.Unit)).Single().ShouldSatisfyAllConditions(g => g.IsCut.ShouldBeTrue(), g => g.Hits.Count.ShouldBe(100));
    }

    private static SearchQuery Search(TestDatabase database) => new(database.UnitOfWork, [new UnitSearch(), new PersonSearch(SearchGround.People(database, Clock))]);

    private static List<string> Of(IReadOnlyList<SearchGroup> groups, SearchKind kind, Func<SearchHit, string> text) =>
        [.. groups.SingleOrDefault(g => g.Kind == kind)?.Hits.Select(text) ?? []];

    // 单立 has a post at the first branch; 曾晓 has none anywhere and is seen by nobody.
    private static async Task<Committee> FoundAsync(TestDatabase database)
    {
        var committee = await Committee.FoundAsync(database, Clock);
        var today = ChinaTime.DayOf(Clock.UtcNow);
        await SaveAsync(database, committee, db =>
        {
            var (secretary, unplaced) = (Person.New(committee.TenantId, "单立", null), Person.New(committee.TenantId, "曾晓", null));
            db.AddRange(secretary, unplaced, Post.New(secretary, committee.Branch, PostRole.BranchSecretary, "支部书记", today.AddYears(-1)));
            var member = Person.New(committee.TenantId, "解梅", null);
            var detail = PersonDetail.New(member, new PersonFacts("E101", default, null, PartyStatus.FullMember, null, null, committee.Department.Id, false));
            db.AddRange(member, detail);
        });
        return committee;
    }

    private static Task ManyAsync(TestDatabase database, Committee committee, int count) => SaveAsync(database, committee, db =>
        db.AddRange(Enumerable.Range(0, count).Select(i => Unit.New(committee.TenantId, $"M{i:0000}", $"分队{i}", Track.Party, committee.Second))));

    private static async Task SaveAsync(TestDatabase database, Committee committee, Action<YipanqiDb> change) => await database.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            change(db);
            await db.SaveAsync(new Change(null, Clock.UtcNow, "test.changed", nameof(Unit), null), default);
            return true;
        },
        default);
}
