using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class NameSpellingTests
{
    private static readonly TestClock Clock = new();

    [Fact]
    public void Follows_every_change_of_the_name()
    {
        var unit = Unit.New(Guid.CreateVersion7(), "A1", "示范市住房城乡建设局", Track.Administrative, null);
        var person = Person.New(unit.TenantId, "单立", null);

        unit.Describe(unit.Name, "住房城乡建设局", "", 1, "");
        person.Rename("解立");

        (unit.Initials, unit.SortKey[..5]).ShouldBe(("zfcxjsj", "shi4示"));
        (person.Initials, person.SortKey).ShouldBe(("xl", "xie4解 li4立"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Orders_people_alike_on_both_databases(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, Clock);
        await database.UnitOfWork.WriteAsync<bool>(
            committee.TenantId,
            async db =>
            {
                db.AddRange(new[] { "张三", "单立", "李静", "理静", "安国", "Bob", "曾晓", "李" }.Select(n => Person.New(committee.TenantId, n, null)));
                await db.SaveAsync(new Change(null, Clock.UtcNow, "test.added", nameof(Person), null), default);
                return true;
            },
            default);

        var names = await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Person>().OrderBy(p => p.SortKey).Select(p => p.Name).ToListAsync(), default);

        names.ShouldBe(["安国", "Bob", "李", "李静", "理静", "单立", "曾晓", "张三", "周明"]);
    }
}
