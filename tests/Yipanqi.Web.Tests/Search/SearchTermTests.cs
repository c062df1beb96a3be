using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Search;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Search;

public sealed class SearchTermTests
{
    private static readonly TestClock Clock = new();

    [Fact]
    public void Are_pairs_of_characters_the_last_alone_codes_and_spellings()
    {
        var text = SearchText.Of(SearchKind.Unit, Guid.Empty, "Ａ1-b", "甲局一处");

        var terms = SearchTerms.Of(Guid.Empty, text).OrderBy(r => r.Place).ThenBy(r => r.Term, StringComparer.Ordinal).Select(r => $"{r.Place} {r.Term}");

        terms.ShouldBe(["Code a1-b", "Start 甲局", "Initials jjyc", "Spelt jiajuyichu", "Within 一处", "Within 处", "Within 局一"]);
    }

    [Fact]
    public void Tell_the_end_of_a_range_byte_by_byte()
    {
        SearchCondition.End("ab").ShouldBe("ac");
        SearchCondition.End("住").ShouldBe("佐");
        SearchCondition.End("\ud7ff").ShouldBe("\ue000");
        SearchCondition.End("a𬱖").ShouldBe("a𬱗");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Follow_the_subject_through_adding_renaming_and_removing(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, Clock);
        var person = Person.New(committee.TenantId, "单立", null);
        async Task<List<string>> TermsAsync() => await database.UnitOfWork.ReadAsync(
            committee.TenantId, db => db.Set<SearchTerm>().Where(t => t.SubjectId == person.Id).OrderBy(t => t.Term).Select(t => t.Term).ToListAsync(), default);

        await ChangeAsync(database, committee, db => db.Add(person));
        var added = await TermsAsync();
        await ChangeAsync(database, committee, db => db.Attach(person).Entity.Rename("解立"));
        var renamed = await TermsAsync();
        await ChangeAsync(database, committee, db => db.Remove(db.Set<Person>().Single(p => p.Id == person.Id)));

        added.ShouldBe(["shanli", "sl", "单立", "立"]);
        renamed.ShouldBe(["xieli", "xl", "立", "解立"]);
        (await TermsAsync()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_not_written_again_where_the_texts_are_the_same(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, Clock);
        var before = await CountAsync(database, committee.TenantId);

        await ChangeAsync(database, committee, db => db.Set<Unit>().Single(u => u.Id == committee.First.Id).Describe("甲局机关党委", "甲局机关党委", "机关党委", 7, "改了排序"));
        var changes = await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Unit>().Where(u => u.SortOrder == 7).CountAsync(), default);

        changes.ShouldBe(1);
        (await CountAsync(database, committee.TenantId)).ShouldBe(before);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_filled_once_for_rows_from_before(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, Clock);
        var before = await CountAsync(database, committee.TenantId);
        await ForgetAsync(database, committee.TenantId);
        var fill = new FillTerms(database.UnitOfWork, [new UnitSearch(), new PersonSearch(SearchGround.People(database, Clock))], Clock);

        await fill.RunAsync(committee.TenantId, default);
        await fill.RunAsync(committee.TenantId, default);

        (await CountAsync(database, committee.TenantId)).ShouldBe(before);
        (await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Unit>().CountAsync(u => u.SortKey == "" || u.Initials == ""), default)).ShouldBe(0);
        (await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().CountAsync(e => e.Action == "names.spelt"), default)).ShouldBe(1);
    }

    private static Task<int> CountAsync(TestDatabase database, Guid tenantId) =>
        database.UnitOfWork.ReadAsync(tenantId, db => db.Set<SearchTerm>().CountAsync(), default);

    // As the migration leaves them: columns empty, no terms.
    private static async Task ForgetAsync(TestDatabase database, Guid tenantId) => await database.UnitOfWork.WriteAsync<bool>(
        tenantId,
        async db =>
        {
            await db.Set<SearchTerm>().ExecuteDeleteAsync();
            await db.Set<Unit>().ExecuteUpdateAsync(s => s.SetProperty(u => u.SortKey, "").SetProperty(u => u.Initials, ""));
            await db.Set<Person>().ExecuteUpdateAsync(s => s.SetProperty(u => u.SortKey, "").SetProperty(u => u.Initials, ""));
            return true;
        },
        default);

    private static async Task ChangeAsync(TestDatabase database, Committee committee, Action<YipanqiDb> change) => await database.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            change(db);
            await db.SaveAsync(new Change(null, Clock.UtcNow, "test.changed", nameof(Person), null), default);
            return true;
        },
        default);
}
