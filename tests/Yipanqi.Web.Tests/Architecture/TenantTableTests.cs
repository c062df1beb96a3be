using Microsoft.EntityFrameworkCore;
using Npgsql;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Architecture;

/// <summary>Reads the catalog of a migrated PostgreSQL: the rules of sharding by tenant, kept by every table.</summary>
public sealed class TenantTableTests : IDisposable
{
    private const string TenantTables = "SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id'";

    private readonly TestDatabase database = new(DatabaseKind.PostgreSql);

    [Fact]
    public void Have_row_level_security_and_a_policy()
    {
        Names($"SELECT relname FROM pg_class c WHERE c.oid IN ({TenantTables}) AND (NOT relrowsecurity OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))")
            .ShouldBeEmpty();
        Names($"SELECT relname FROM pg_class c WHERE c.oid IN ({TenantTables})").Count.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public void Lead_every_key_foreign_key_and_index_with_the_tenant()
    {
        const string firstColumn = "SELECT a.attname FROM pg_attribute a WHERE a.attrelid = {0} AND a.attnum = {1}";

        Names($"SELECT k.conname FROM pg_constraint k WHERE k.conrelid IN ({TenantTables}) AND k.contype IN ('p', 'u', 'f') AND ({string.Format(firstColumn, "k.conrelid", "k.conkey[1]")}) <> 'tenant_id'")
            .ShouldBeEmpty();
        Names($"SELECT i.indexrelid::regclass::text FROM pg_index i WHERE i.indrelid IN ({TenantTables}) AND ({string.Format(firstColumn, "i.indrelid", "i.indkey[0]")}) <> 'tenant_id'")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Are_not_tied_to_tables_without_a_tenant()
    {
        Names($"SELECT conname FROM pg_constraint WHERE contype = 'f' AND (conrelid IN ({TenantTables})) <> (confrelid IN ({TenantTables}))").ShouldBeEmpty();
    }

    [Fact]
    public void Have_no_triggers_no_counters_and_short_names()
    {
        Names($"SELECT tgname FROM pg_trigger WHERE tgrelid IN ({TenantTables}) AND NOT tgisinternal").ShouldBeEmpty();
        Names($"SELECT attname FROM pg_attribute WHERE attrelid IN ({TenantTables}) AND attnum > 0 AND (attidentity <> '' OR atthasdef)").ShouldBeEmpty();
        Names("SELECT conname FROM pg_constraint WHERE length(conname) >= 50 AND connamespace = 'public'::regnamespace").ShouldBeEmpty();
        Names($"SELECT conname FROM pg_constraint WHERE conrelid IN ({TenantTables}) AND contype = 'f' AND (confdeltype NOT IN ('a', 'r', 'c') OR confupdtype <> 'a')").ShouldBeEmpty();
    }

    [Fact]
    public void Are_used_by_a_role_that_neither_owns_them_nor_bypasses_their_policies()
    {
        Names($"SELECT relname FROM pg_class WHERE oid IN ({TenantTables}) AND pg_get_userbyid(relowner) = '{PostgresServer.ApplicationRole}'").ShouldBeEmpty();
        Names($"SELECT rolname FROM pg_roles WHERE rolname = '{PostgresServer.ApplicationRole}' AND (rolbypassrls OR rolsuper)").ShouldBeEmpty();
        Names($"SELECT privilege_type FROM information_schema.table_privileges WHERE grantee = '{PostgresServer.ApplicationRole}' AND table_name = 'journal_entry'")
            .Order().ShouldBe(["INSERT", "SELECT"]);
    }

    public void Dispose() => database.Dispose();

    private List<string> Names(string sql)
    {
        using var connection = new NpgsqlConnection(database.OwnerConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
