using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Yipanqi.Web.Database;

/// <summary>
/// A table as a migration writes it down, for both databases: the column type follows from the CLR type, names of keys and indexes
/// from the columns (as <see cref="SnakeCaseNames"/> does for the model). A tenant table gets tenant_id at the head of every key,
/// foreign key and index, and row-level security.
/// </summary>
public sealed class TableDraft
{
    private readonly bool tenant;
    private readonly bool postgreSql;
    private readonly CreateTableOperation table;
    private readonly List<CreateIndexOperation> indexes = [];

    private TableDraft(MigrationBuilder migration, string name, bool tenant)
    {
        this.tenant = tenant;
        postgreSql = IsPostgreSql(migration);
        table = new CreateTableOperation { Name = name };
    }

    /// <summary>Creates a table whose rows belong to a tenant.</summary>
    public static void CreateTenant(MigrationBuilder migration, string name, Action<TableDraft> describe)
    {
        var draft = new TableDraft(migration, name, tenant: true);
        draft.Column<Guid>("tenant_id");
        describe(draft);
        draft.AddTo(migration);
        RowSecurity.Protect(migration, name);
    }

    /// <summary>Creates a table without tenant: accounts, keys, jobs. No foreign key leads between it and a tenant table.</summary>
    public static void CreateLocal(MigrationBuilder migration, string name, Action<TableDraft> describe)
    {
        var draft = new TableDraft(migration, name, tenant: false);
        describe(draft);
        draft.AddTo(migration);
    }

    /// <summary>
    /// Adds columns and indexes to a tenant table. Rows that are there already get the empty value ("", 0, false) in a column that may not be null.
    /// </summary>
    public static void AlterTenant(MigrationBuilder migration, string name, Action<TableDraft> describe)
    {
        var draft = new TableDraft(migration, name, tenant: true);
        describe(draft);
        draft.AddToTable(migration);
    }

    /// <summary>The same for a table without tenant.</summary>
    public static void AlterLocal(MigrationBuilder migration, string name, Action<TableDraft> describe)
    {
        var draft = new TableDraft(migration, name, tenant: false);
        describe(draft);
        draft.AddToTable(migration);
    }

    /// <summary>Fills a column that was just added from another of the same row.</summary>
    public static void CopyColumn(MigrationBuilder migration, string table, string from, string to) => migration.Sql($"UPDATE {table} SET {to} = {from}");

    /// <summary>Text that enters an index later; SQLite compares byte by byte anyway.</summary>
    public static void MakeOrdinal(MigrationBuilder migration, string table, string column, int length)
    {
        if (IsPostgreSql(migration))
        {
            migration.AlterColumn<string>(column, table, maxLength: length, collation: "C", oldClrType: typeof(string), oldMaxLength: length);
        }
    }

    /// <summary>Room for longer text in a key or an index; SQLite keeps any length.</summary>
    public static void Widen(MigrationBuilder migration, string table, string column, int from, int to)
    {
        if (IsPostgreSql(migration))
        {
            migration.AlterColumn<string>(column, table, maxLength: to, collation: "C", oldClrType: typeof(string), oldMaxLength: from, oldCollation: "C");
        }
    }

    /// <summary>A column; <c>int?</c> and the like may be null.</summary>
    public TableDraft Column<T>(string name, int? length = null) => Add(name, typeof(T), length, Nullable.GetUnderlyingType(typeof(T)) is not null);

    /// <summary>Text or bytes that may be null.</summary>
    public TableDraft Optional<T>(string name, int? length = null) where T : class => Add(name, typeof(T), length, nullable: true);

    /// <summary>Text in a key or an index: compared byte by byte on both databases.</summary>
    public TableDraft Ordinal(string name, int? length = null, bool nullable = false)
    {
        Add(name, typeof(string), length, nullable);
        table.Columns[^1].Collation = postgreSql ? "C" : null;
        return this;
    }

    /// <summary>A number the database counts up; local tables only.</summary>
    public TableDraft Counter(string name)
    {
        Add(name, typeof(int), null, nullable: false);
        table.Columns[^1].AddAnnotation("Sqlite:Autoincrement", true);
        table.Columns[^1].AddAnnotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        return this;
    }

    public TableDraft Key(params string[] columns)
    {
        table.PrimaryKey = new AddPrimaryKeyOperation { Table = table.Name, Name = $"pk_{table.Name}", Columns = WithTenant(columns) };
        return this;
    }

    /// <summary>A reference to the key (id) of another table of the same tenant, or between local tables.</summary>
    public TableDraft Reference(string column, string principal, ReferentialAction onDelete = ReferentialAction.Restrict) =>
        Reference([column], principal, ["id"], onDelete);

    public TableDraft Reference(string[] columns, string principal, string[] principalColumns, ReferentialAction onDelete)
    {
        table.ForeignKeys.Add(new AddForeignKeyOperation
        {
            Table = table.Name,
            Name = $"fk_{table.Name}_{string.Join('_', columns)}",
            Columns = WithTenant(columns),
            PrincipalTable = principal,
            PrincipalColumns = WithTenant(principalColumns),
            OnDelete = onDelete,
        });
        return this;
    }

    public TableDraft Index(params string[] columns) => AddIndex("ix", columns, unique: false);

    /// <summary>An index over some rows only: the condition as SQL that both databases read.</summary>
    public TableDraft Filtered(string condition, params string[] columns)
    {
        Index(columns);
        indexes[^1].Filter = condition;
        return this;
    }

    public TableDraft Unique(params string[] columns) => AddIndex("ux", columns, unique: true);

    private TableDraft Add(string name, Type type, int? length, bool nullable)
    {
        table.Columns.Add(new AddColumnOperation
        {
            Table = table.Name,
            Name = name,
            ClrType = Nullable.GetUnderlyingType(type) ?? type,
            MaxLength = length,
            IsNullable = nullable,
        });
        return this;
    }

    private TableDraft AddIndex(string prefix, string[] columns, bool unique)
    {
        var name = $"{prefix}_{table.Name}_{string.Join('_', columns)}";
        indexes.Add(new CreateIndexOperation { Table = table.Name, Name = name, Columns = WithTenant(columns), IsUnique = unique });
        return this;
    }

    // A foreign key or primary key cannot be added on SQLite, so neither is added on PostgreSQL.
    private void AddToTable(MigrationBuilder migration)
    {
        if (table.PrimaryKey is not null || table.ForeignKeys.Count > 0)
        {
            throw new NotSupportedException("Columns and indexes can be added to a table; keys only when it is created.");
        }

        foreach (var column in table.Columns)
        {
            column.DefaultValue = column.IsNullable ? null : EmptyOf(column.ClrType);
            migration.Operations.Add(column);
            if (postgreSql && !column.IsNullable)
            {
                migration.Sql($"ALTER TABLE {table.Name} ALTER COLUMN {column.Name} DROP DEFAULT");
            }
        }

        migration.Operations.AddRange(indexes);
    }

    private static object EmptyOf(Type type) =>
        type == typeof(string) ? "" : type == typeof(byte[]) ? Array.Empty<byte>() : Activator.CreateInstance(type)!;

    private string[] WithTenant(string[] columns) => tenant ? ["tenant_id", .. columns] : columns;

    private static bool IsPostgreSql(MigrationBuilder migration) => migration.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL";

    private void AddTo(MigrationBuilder migration)
    {
        migration.Operations.Add(table);
        migration.Operations.AddRange(indexes);
    }
}
