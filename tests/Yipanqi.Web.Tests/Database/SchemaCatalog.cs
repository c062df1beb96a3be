using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Tests.Database;

/// <summary>The schema as the database's own catalog tells it: one line for each column, key, foreign key and index.</summary>
public static class SchemaCatalog
{
    private const string Sqlite = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' null=' || (c."notnull" = 0) || ' pk=' || c.pk FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'
        UNION ALL SELECT 'foreign ' || m.name || ' ' || f.seq || ' ' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL SELECT 'index ' || m.name || ' ' || i.name || ' unique=' || i."unique" || ' ' || (SELECT group_concat(x.name) FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) x) FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table'
        """;

    private const string PostgreSql = """
        SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' null=' || (NOT a.attnotnull) || ' collation=' || coalesce(l.collname, '') || ' identity=' || a.attidentity::text
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_collation l ON l.oid = a.attcollation
            WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL SELECT 'constraint ' || c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        """;

    public static List<string> Read(YipanqiDb db, DatabaseKind kind)
    {
        var connection = db.Database.GetDbConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = kind == DatabaseKind.Sqlite ? Sqlite : PostgreSql;
        using var reader = command.ExecuteReader();
        return Lines(reader).Where(l => !l.Contains("__EF") && !l.Contains("sqlite_")).Order(StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<string> Lines(DbDataReader reader)
    {
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }
}
