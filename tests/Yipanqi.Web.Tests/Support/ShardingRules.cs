using System.Text.RegularExpressions;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Tests.Support;

/// <summary>
/// What a statement must keep to run on tables sharded by tenant. Every statement that any test sends through a
/// <see cref="TestDatabase"/> is held against it, so new queries are checked without a line of their own.
/// </summary>
public static partial class ShardingRules
{
    private static readonly Lazy<IReadOnlySet<string>> TenantTables = new(ReadTenantTables);

    /// <summary>What is wrong with the statement; empty when nothing is.</summary>
    public static IReadOnlyList<string> FaultsOf(string sql) =>
        [.. Literals().Replace(sql, "''").Split(';').Where(one => !SeesNothing().IsMatch(one)).SelectMany(FaultsOfOne)];

    private static List<string> FaultsOfOne(string bare)
    {
        var faults = new List<string>();
        foreach (Match use in Uses().Matches(bare))
        {
            var (table, alias) = (use.Groups["table"].Value, use.Groups["alias"].Value);
            if (TenantTables.Value.Contains(table) && !IsTiedToTenant(bare, alias.Length > 0 ? alias : table))
            {
                faults.Add($"{table} ({alias}) is read or written without its tenant_id");
            }
        }

        faults.AddRange(Forbidden().Matches(bare).Select(m => $"{m.Value.Trim()} does not run the same on every shard"));
        return faults;
    }

    private static bool IsTiedToTenant(string sql, string alias)
    {
        var column = $@"(?<![\w.])""?{Regex.Escape(alias)}""?\.""?tenant_id""?";
        return Regex.IsMatch(sql, $@"{column}\s*(=|IS NOT DISTINCT FROM)|=\s*{column}") || Regex.IsMatch(sql, $@"^\s*(UPDATE|DELETE FROM)\s+""?{Regex.Escape(alias)}""?.*WHERE.*""?tenant_id""?\s*=", RegexOptions.Singleline);
    }

    private static HashSet<string> ReadTenantTables()
    {
        using var db = new YipanqiDb(DatabaseServices.Options(DatabaseKind.Sqlite, "Data Source=:memory:"), Guid.Empty);
        return [.. db.Model.GetEntityTypes().Where(t => typeof(ITenantOwned).IsAssignableFrom(t.ClrType)).Select(t => Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(t)!)];
    }

    [GeneratedRegex(@"'(?:[^']|'')*'")]
    private static partial Regex Literals();

    // What EF writes for a scope without any subtree.
    [GeneratedRegex(@"\bWHERE (?:0|FALSE)\b")]
    private static partial Regex SeesNothing();

    // FROM x AS a, JOIN x AS a, UPDATE x AS a, DELETE FROM x AS a; an INSERT names the tenant among its columns.
    [GeneratedRegex(@"\b(?:FROM|JOIN|UPDATE)\s+""?(?<table>[a-z_]+)""?(?:\s+AS\s+""?(?<alias>\w+)""?)?", RegexOptions.IgnoreCase)]
    private static partial Regex Uses();

    [GeneratedRegex(@"\b(?:now|random|gen_random_uuid|uuidv4|uuidv7|randomblob|clock_timestamp|statement_timestamp|transaction_timestamp|nextval)\s*\(|\b(?:CURRENT|LOCAL)(?:_?TIMESTAMP|_DATE)\b|\b(?:ROLLUP|CUBE|GROUPING\s+SETS)\s*\(|\bxmin\b|\bset_config\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
