using Microsoft.EntityFrameworkCore;
using Npgsql;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Database;

public sealed class BulkWriteTests
{
    private static readonly Quarter Q3 = new(2026, 3);
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Adds_rows_that_the_own_committee_sees_and_no_other(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ours = await Committee.FoundAsync(database, clock);
        var theirs = await Committee.FoundAsync(database, clock, "other");

        var outcome = await AddAsync(database, ours.TenantId, Observations(ours), Changed);

        outcome.Value.ShouldBe(3);
        (await ReadAsync(database, ours.TenantId)).Select(o => (o.UnitId, o.ItemCode, o.Value, o.Numerator, o.Parts, o.Absence, o.AsOfUtc, o.ImportId)).ShouldBe(
            Observations(ours).Select(o => (o.UnitId, o.ItemCode, o.Value, o.Numerator, o.Parts, o.Absence, o.AsOfUtc, o.ImportId)), ignoreOrder: true);
        (await ReadAsync(database, theirs.TenantId)).ShouldBeEmpty();
        (await database.UnitOfWork.ReadAsync(ours.TenantId, db => db.Set<JournalEntry>().CountAsync(j => j.Action == "test.imported"), default)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_what_is_there_when_it_is_repeated(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var committee = await Committee.FoundAsync(database, clock);
        await AddAsync(database, committee.TenantId, Observations(committee).Take(1), Changed);

        var again = await RunAsync(database, committee.TenantId, rows => rows.InsertNewAsync(Observations(committee), default), Changed);
        var refused = () => AddAsync(database, committee.TenantId, Observations(committee), Changed);

        again.Value.ShouldBe(2);
        (await ReadAsync(database, committee.TenantId)).Count.ShouldBe(3);
        await refused.ShouldThrowAsync<DbUpdateException>();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refuses_unlisted_tables_foreign_rows_and_rows_without_a_journal_entry(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var (ours, theirs) = (await Committee.FoundAsync(database, clock), await Committee.FoundAsync(database, clock, "other"));

        var unlisted = () => RunAsync(database, ours.TenantId, rows => rows.InsertAsync([Person.New(ours.TenantId, "甲", null)], default), Changed);
        var foreign = () => AddAsync(database, ours.TenantId, Observations(theirs), Changed);
        var silent = () => AddAsync(database, ours.TenantId, Observations(ours), _ => Task.CompletedTask);

        (await unlisted.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("person is not in BulkTables");
        (await foreign.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("another tenant");
        (await silent.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("journal entry");
        (await ReadAsync(database, ours.TenantId)).ShouldBeEmpty();
        (await ReadAsync(database, theirs.TenantId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Works_through_a_role_that_bypasses_row_security_and_has_the_listed_rights_only()
    {
        using var database = new TestDatabase(DatabaseKind.PostgreSql);
        var committee = await Committee.FoundAsync(database, clock);

        var role = Rows(database.OwnerConnectionString, $"SELECT rolbypassrls || ' ' || rolsuper || ' ' || rolcreatedb || ' ' || rolcreaterole FROM pg_roles WHERE rolname = '{PostgresServer.ImportRole}'");
        var owned = Rows(database.OwnerConnectionString, $"SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = '{PostgresServer.ImportRole}'");
        var granted = Rows(
            database.OwnerConnectionString,
            $"SELECT table_name || ': ' || string_agg(privilege_type, ', ' ORDER BY privilege_type) FROM information_schema.table_privileges WHERE grantee = '{PostgresServer.ImportRole}' GROUP BY table_name");
        var write = () => Rows(database.ImportConnectionString, $"UPDATE person SET name = 'x' WHERE tenant_id = '{committee.TenantId}'");
        var erase = () => Rows(database.ImportConnectionString, "DELETE FROM journal_entry");

        role.ShouldBe(["true false false false"]);
        owned.ShouldBeEmpty();
        granted.ShouldBe(BulkTables.Rights.Select(t => $"{t.Key}: {string.Join(", ", t.Value.Split(", ").Order(StringComparer.Ordinal))}"), ignoreOrder: true);
        write.ShouldThrow<PostgresException>().SqlState.ShouldBe("42501");
        erase.ShouldThrow<PostgresException>().SqlState.ShouldBe("42501");
        Rows(database.ImportConnectionString, "SELECT id::text FROM journal_entry").ShouldNotBeEmpty();
    }

    private Observation[] Observations(Committee c) =>
    [
        Made(c, c.Branch, "P1", new Reported(null, 3, 4, 4, Source: "台账")),
        Made(c, c.Branch, "P2", new Reported(0.25, Parts: "{\"effectiveSize\":3}")),
        Made(c, c.OtherBranch, "P1", new Reported(null, Absence: AbsenceReason.NotDue)),
    ];

    private Observation Made(Committee committee, Unit unit, string item, Reported reported)
    {
        var observation = Observation.Of(committee.TenantId, Q3, unit.Id, item);
        observation.Take(reported, new Provenance(committee.LeadPersonId, clock.UtcNow, clock.UtcNow, null));
        return observation;
    }

    private Task Changed(YipanqiDb db) => db.SaveAsync(new Change(null, clock.UtcNow, "test.imported", nameof(Observation), null), default);

    private static Task<Outcome<long>> AddAsync(TestDatabase database, Guid tenant, IEnumerable<Observation> observations, Func<YipanqiDb, Task> save) =>
        RunAsync(database, tenant, rows => rows.InsertAsync(observations, default), save);

    private static Task<Outcome<long>> RunAsync(TestDatabase database, Guid tenant, Func<BulkRows, Task<long>> insert, Func<YipanqiDb, Task> save) => database.Bulk.RunAsync<long>(
        tenant,
        async (db, rows) =>
        {
            var added = await insert(rows);
            await save(db);
            return added;
        },
        default);

    private static Task<List<Observation>> ReadAsync(TestDatabase database, Guid tenant) =>
        database.UnitOfWork.ReadAsync(tenant, db => db.Set<Observation>().ToListAsync(), default);

    private static List<string> Rows(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
