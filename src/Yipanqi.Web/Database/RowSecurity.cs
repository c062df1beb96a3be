using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yipanqi.Web.Database;

/// <summary>
/// The tenant filter once more, in PostgreSQL: a table with a tenant shows and takes rows of the tenant set for the transaction only.
/// A migration calls <see cref="Protect"/> for each tenant table it creates; a test reads the catalog and finds the one forgotten.
/// </summary>
public static partial class RowSecurity
{
    private const string Condition = "tenant_id = nullif(current_setting('app.tenant', true), '')::uuid";

    public static void Protect(MigrationBuilder migration, string table)
    {
        if (migration.ActiveProvider != "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            return;
        }

        migration.Sql($"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY");
        migration.Sql($"CREATE POLICY pl_{table} ON {table} USING ({Condition}) WITH CHECK ({Condition})");
    }

    /// <summary>Rows for the application's role, nothing else; the journal can be added to and read, never changed.</summary>
    public static string GrantSql(string role)
    {
        RequireName(role);
        return $"""
            GRANT USAGE ON SCHEMA public TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
            REVOKE UPDATE, DELETE, TRUNCATE ON journal_entry FROM {role};
            REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM {role};
            """;
    }

    /// <summary>
    /// For the role of bulk work, where an operator has made it: what <see cref="BulkTables"/> lists, nothing else, and what was granted
    /// before is taken back first.
    /// </summary>
    public static string GrantImportSql(string role)
    {
        RequireName(role);
        var grants = BulkTables.Rights.Select(t => $"        GRANT {t.Value} ON {t.Key} TO {role};");
        return $"""
            DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN
                    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role};
                    GRANT USAGE ON SCHEMA public TO {role};
            {string.Join(Environment.NewLine, grants)}
            END IF; END $$
            """;
    }

    private static void RequireName(string role)
    {
        if (!RoleName().IsMatch(role))
        {
            throw new ArgumentException("A role name is made of lower-case letters, digits and underscores.", nameof(role));
        }
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex RoleName();
}
