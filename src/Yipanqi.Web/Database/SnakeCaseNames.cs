using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Yipanqi.Web.Database;

/// <summary>Names tables, columns and constraints in snake_case, so that SQL written by hand needs no quotes.</summary>
public static class SnakeCaseNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var type in model.GetEntityTypes().Where(t => t.FindPrimaryKey() is not null))
        {
            var table = Of(type.GetTableName()!);
            type.SetTableName(table);
            foreach (var property in type.GetProperties())
            {
                property.SetColumnName(property.Name == nameof(IVersioned.Version) ? "row_version" : Of(property.Name));
            }

            type.FindPrimaryKey()!.SetName($"pk_{table}");
            foreach (var key in type.GetForeignKeys())
            {
                key.SetConstraintName($"fk_{table}_{Columns(key.Properties)}");
            }

            foreach (var index in type.GetIndexes())
            {
                index.SetDatabaseName($"{(index.IsUnique ? "ux" : "ix")}_{table}_{Columns(index.Properties)}");
            }
        }
    }

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(startsWord && name[i - 1] != '_' ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static string Columns(IReadOnlyList<IMutableProperty> properties) =>
        string.Join('_', properties.Where(p => p.Name != nameof(ITenantOwned.TenantId)).Select(p => Of(p.Name)).DefaultIfEmpty("tenant"));
}
