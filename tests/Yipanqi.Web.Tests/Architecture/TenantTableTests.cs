using Npgsql;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Architecture;

/// <summary>Reads the catalog of a migrated PostgreSQL: the rules of sharding by tenant, kept by every table. Each rule finds what is planted against it.</summary>
public sealed class TenantTableTests(TenantTableTests.Catalog catalog) : IClassFixture<TenantTableTests.Catalog>
{
    private const string Ours = "relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE '\\_\\_%'";
    private const string TenantTables = "SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id'";
    private const string Condition = "(tenant_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid)";
    private const string Role = PostgresServer.ApplicationRole;

    /// <summary>Tables without a tenant: local ones, tied to no tenant table. A new one is a line here.</summary>
    private static readonly string[] Local =
        ["account", "account_claim", "account_login", "account_token", "data_protection_key", "domain", "guess_count", "long_work", "sent_form", "unknown_sign_in"];

    /// <summary>What is wrong, and the names of what is wrong so.</summary>
    private static readonly (string Fault, string Sql)[] Rules =
    [
        ("has no tenant and is not listed as local", $"SELECT relname FROM pg_class c WHERE {Ours} AND c.oid NOT IN ({TenantTables}) AND relname NOT IN ('{string.Join("', '", Local)}')"),
        ("has no primary key", $"SELECT relname FROM pg_class c WHERE {Ours} AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)"),
        ("has a tenant that is no uuid or may be missing", $"SELECT attrelid::regclass::text FROM pg_attribute WHERE attrelid IN ({TenantTables}) AND attname = 'tenant_id' AND (atttypid <> 'uuid'::regtype OR NOT attnotnull)"),
        ("has no row-level security", $"SELECT relname FROM pg_class WHERE oid IN ({TenantTables}) AND NOT relrowsecurity"),
        ("has not the one policy of the tenant", $"SELECT relname FROM pg_class c WHERE oid IN ({TenantTables}) AND (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) <> 1"),
        ("has another policy than that of the tenant", $"SELECT polname FROM pg_policy WHERE polcmd <> '*' OR NOT polpermissive OR polroles <> '{{0}}' OR pg_get_expr(polqual, polrelid) IS DISTINCT FROM '{Condition}' OR pg_get_expr(polwithcheck, polrelid) IS DISTINCT FROM '{Condition}'"),
        ("shows rows past the policies", "SELECT relname FROM pg_class c WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"),
        ("runs with the rights of its owner", "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"),
        ("is a key that does not begin with the tenant", $"SELECT conname FROM pg_constraint k WHERE conrelid IN ({TenantTables}) AND contype IN ('p', 'u', 'f') AND {Begins("conrelid", "conkey[1]")}"),
        ("refers to another column first than the tenant", $"SELECT conname FROM pg_constraint k WHERE confrelid IN ({TenantTables}) AND contype = 'f' AND {Begins("confrelid", "confkey[1]")}"),
        ("is an index that does not begin with the tenant", $"SELECT indexrelid::regclass::text FROM pg_index k WHERE indrelid IN ({TenantTables}) AND {Begins("indrelid", "indkey[0]")}"),
        ("ties a tenant table to one without", $"SELECT conname FROM pg_constraint WHERE contype = 'f' AND (conrelid IN ({TenantTables})) <> (confrelid IN ({TenantTables}))"),
        ("sets columns by itself", "SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f' AND (confdeltype NOT IN ('a', 'r', 'c') OR confupdtype <> 'a')"),
        ("is looked at late", "SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND condeferrable"),
        ("is a trigger", $"SELECT tgname FROM pg_trigger WHERE tgrelid IN ({TenantTables}) AND NOT tgisinternal"),
        ("is a rule", $"SELECT rulename FROM pg_rewrite WHERE ev_class IN ({TenantTables})"),
        ("is filled in by the database", $"SELECT attname FROM pg_attribute WHERE attrelid IN ({TenantTables}) AND attnum > 0 AND NOT attisdropped AND (attidentity <> '' OR atthasdef)"),
        ("counts", "SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace AND relname <> 'account_claim_id_seq'"),
        ("has a long name", "SELECT conname FROM pg_constraint WHERE length(conname) >= 50 AND connamespace = 'public'::regnamespace"),
        ("belongs to the application's role", $"SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_get_userbyid(relowner) = '{Role}'"),
        ("bypasses policies", $"SELECT rolname FROM pg_roles WHERE rolname = '{Role}' AND (rolbypassrls OR rolsuper)"),
        ("changes the journal", $"SELECT privilege_type FROM information_schema.table_privileges WHERE grantee = '{Role}' AND table_name = 'journal_entry' AND privilege_type NOT IN ('INSERT', 'SELECT')"),
    ];

    private readonly NpgsqlConnection connection = catalog.Connection;

    [Fact]
    public void Keep_every_rule_of_sharding_and_of_row_level_security()
    {
        Faults().ShouldBeEmpty();
        Names($"SELECT relname FROM pg_class WHERE oid IN ({TenantTables})").Count.ShouldBeGreaterThan(60);
        Names($"SELECT relname FROM pg_class c WHERE {Ours}").ShouldContain("account");
    }

    [Theory]
    [InlineData("CREATE TABLE local (id uuid PRIMARY KEY)", "local has no tenant and is not listed as local")]
    [InlineData("ALTER TABLE planted DROP CONSTRAINT pk_planted", "planted has no primary key")]
    [InlineData("CREATE TABLE worded (tenant_id text PRIMARY KEY)", "worded has a tenant that is no uuid or may be missing")]
    [InlineData("ALTER TABLE planted DISABLE ROW LEVEL SECURITY", "planted has no row-level security")]
    [InlineData("DROP POLICY pl_planted ON planted", "planted has not the one policy of the tenant")]
    [InlineData("CREATE POLICY pl_all ON planted USING (true)", "planted has not the one policy of the tenant")]
    [InlineData("ALTER POLICY pl_planted ON planted USING (tenant_id IN (SELECT id FROM domain))", "pl_planted has another policy than that of the tenant")]
    [InlineData("ALTER POLICY pl_planted ON planted WITH CHECK (true)", "pl_planted has another policy than that of the tenant")]
    [InlineData("CREATE VIEW seen AS SELECT * FROM planted", "seen shows rows past the policies")]
    [InlineData("CREATE FUNCTION mighty() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM planted'", "mighty runs with the rights of its owner")]
    [InlineData("ALTER TABLE planted ADD CONSTRAINT ux_id UNIQUE (id)", "ux_id is a key that does not begin with the tenant")]
    [InlineData("ALTER TABLE unit ADD CONSTRAINT ux_turned UNIQUE (id, tenant_id); ALTER TABLE planted ADD CONSTRAINT fk_turned FOREIGN KEY (tenant_id, id) REFERENCES unit (id, tenant_id)", "fk_turned refers to another column first than the tenant")]
    [InlineData("CREATE INDEX ix_words ON planted (lower(id::text), tenant_id)", "ix_words is an index that does not begin with the tenant")]
    [InlineData("ALTER TABLE planted ADD CONSTRAINT fk_account FOREIGN KEY (id) REFERENCES account (id)", "fk_account ties a tenant table to one without")]
    [InlineData("ALTER TABLE planted ADD CONSTRAINT fk_null FOREIGN KEY (tenant_id, id) REFERENCES unit (tenant_id, id) ON DELETE SET NULL", "fk_null sets columns by itself")]
    [InlineData("ALTER TABLE planted ADD CONSTRAINT fk_follow FOREIGN KEY (tenant_id, id) REFERENCES unit (tenant_id, id) ON UPDATE CASCADE", "fk_follow sets columns by itself")]
    [InlineData("ALTER TABLE planted ADD CONSTRAINT fk_late FOREIGN KEY (tenant_id, id) REFERENCES unit (tenant_id, id) DEFERRABLE", "fk_late is looked at late")]
    [InlineData("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER tr BEFORE INSERT ON planted FOR EACH ROW EXECUTE FUNCTION f()", "tr is a trigger")]
    [InlineData("CREATE RULE ru AS ON DELETE TO planted DO INSTEAD NOTHING", "ru is a rule")]
    [InlineData("ALTER TABLE planted ADD made timestamptz DEFAULT now()", "made is filled in by the database")]
    [InlineData("ALTER TABLE planted ADD number bigint GENERATED ALWAYS AS IDENTITY", "number is filled in by the database")]
    [InlineData("CREATE SEQUENCE numbers", "numbers counts")]
    [InlineData("ALTER TABLE planted ADD CONSTRAINT a2345678901234567890123456789012345678901234567890 CHECK (true)", "a2345678901234567890123456789012345678901234567890 has a long name")]
    [InlineData($"ALTER TABLE planted OWNER TO {Role}", "planted belongs to the application's role")]
    [InlineData($"ALTER ROLE {Role} BYPASSRLS", $"{Role} bypasses policies")]
    [InlineData($"ALTER ROLE {Role} SUPERUSER", $"{Role} bypasses policies")]
    [InlineData($"GRANT UPDATE ON journal_entry TO {Role}", "UPDATE changes the journal")]
    public void Are_told_apart_from_what_is_planted(string sql, string fault)
    {
        using var transaction = connection.BeginTransaction(); // taken back at the end
        Execute("CREATE TABLE planted (tenant_id uuid NOT NULL, id uuid NOT NULL, CONSTRAINT pk_planted PRIMARY KEY (tenant_id, id)); ALTER TABLE planted ENABLE ROW LEVEL SECURITY");
        Execute($"CREATE POLICY pl_planted ON planted USING {Condition.Replace("''", "'")} WITH CHECK {Condition.Replace("''", "'")}");
        Faults().ShouldBeEmpty();

        Execute(sql);

        Faults().ShouldContain(fault);
    }

    private List<string> Faults() => Names(string.Join(" UNION ALL ", Rules.Select(r => $"SELECT name || ' {r.Fault.Replace("'", "''")}' FROM ({r.Sql}) AS found(name)")));

    // True where there is no column there either, but an expression.
    private static string Begins(string table, string first) => $"(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.{table} AND a.attnum = k.{first}) IS DISTINCT FROM 'tenant_id'";

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private List<string> Names(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>One migrated database, read as the server's own role, since some of what is planted takes that.</summary>
    public sealed class Catalog : IDisposable
    {
        private readonly TestDatabase database = new(DatabaseKind.PostgreSql);

        public Catalog()
        {
            Connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Username = Server, Pooling = false }.ToString());
            Connection.Open();
        }

        private const string Server = "postgres";

        public NpgsqlConnection Connection { get; }

        // Its owner drops the database, and may not end what another role still has open.
        public void Dispose()
        {
            PostgresServer.Execute(Server, Server, $"SELECT pg_terminate_backend({Connection.ProcessID}, 5000)");
            Connection.Dispose();
            database.Dispose();
        }
    }
}
