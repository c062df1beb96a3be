using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class BulkInsertTests : IDisposable
{
    private const int Many = 1_230;
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Writes_many_rows_of_several_tables_as_few_would_be_written(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);

        await SaveAsync(committee, Many, prefix: "M");
        await SaveAsync(committee, 3, prefix: "F");

        var stored = await database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<PersonDetail>().OrderBy(d => d.StaffCode).ToListAsync(), default);
        stored.Count.ShouldBe(Many + 3);
        stored.Where(d => d.StaffCode[0] == 'F').Select(d => d.Facts with { StaffCode = "" }).Distinct().Single()
            .ShouldBe(stored.Where(d => d.StaffCode[0] == 'M').Select(d => d.Facts with { StaffCode = "" }).Distinct().Single());
        stored.ShouldAllBe(d => d.Version == 0 && d.IdentityHash == null && d.WorkUnitId == null && d.BranchId == committee.Branch.Id);
        (await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Membership>().CountAsync(), default)).ShouldBe(Many + 3);
        (await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().CountAsync(e => e.Action == "test.saved"), default)).ShouldBe(2);
        (await database.UnitOfWork.ReadAsync(Guid.CreateVersion7(), db => db.Set<PersonDetail>().CountAsync(), default)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_nothing_where_one_row_is_refused(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        await SaveAsync(committee, 1, prefix: "M");

        await Should.ThrowAsync<DbUpdateException>(() => SaveAsync(committee, Many, prefix: "M"));

        (await database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<PersonDetail>().CountAsync(), default)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refuses_rows_of_another_tenant_like_any_save(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);

        await Should.ThrowAsync<InvalidOperationException>(() => database!.UnitOfWork.WriteAsync<bool>(
            committee.TenantId,
            async db =>
            {
                db.AddRange(Enumerable.Range(1, Many).Select(i => Person.New(Guid.CreateVersion7(), "赵", null)));
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.saved", nameof(Person), null), default);
                return true;
            },
            default));
    }

    public void Dispose() => database?.Dispose();

    private Task SaveAsync(Committee committee, int count, string prefix) => database!.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            for (var i = 1; i <= count; i++)
            {
                var person = Person.New(committee.TenantId, $"赵示{i}", null);
                var detail = PersonDetail.New(person, new PersonFacts($"{prefix}{i:0000}", Gender.Female, new(1985, 1, 1), PartyStatus.FullMember, new(2010, 7, 1), null, null, true));
                db.AddRange(Membership.Begin(detail, committee.Branch.Id, new(2020, 1, 1), MembershipKind.Registered, "O'Neill; -- 备注"), person, detail);
            }

            await db.SaveAsync(new Change(null, clock.UtcNow, "test.saved", nameof(Person), null), default);
            return true;
        },
        default);

    private async Task<Committee> StartAsync(DatabaseKind kind) => await Committee.FoundAsync(database = new TestDatabase(kind), clock);
}
