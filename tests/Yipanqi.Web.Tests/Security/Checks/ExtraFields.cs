using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>The fields that no form has: every property of what the form changes, with values that nobody else would give.</summary>
public static class ExtraFields
{
    public const string Text = "hostile";

    private static readonly Guid Id = Guid.Parse("badbadba-dbad-4bad-8bad-badbadbadbad");

    private static readonly string[] Marks = [Text, Id.ToString(), "1999-09-09"];

    /// <summary>Each property plain, after the prefixes of the form's own fields and after the entity's name; leaves out what the form has.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(SecurityGround ground, SeenForm form, FormRun plain)
    {
        using var db = new YipanqiDb(ground.Database.Options, ground.Seeded.A.Id);
        var tables = plain.Changes.Select(c => c.Table).ToHashSet();
        var own = form.Fields.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var prefixes = own.Where(n => n.Contains('.')).Select(n => n[..(n.LastIndexOf('.') + 1)]).Append("").Append("Input.").Distinct().ToList();
        return
            from entity in db.Model.GetEntityTypes().Where(e => tables.Contains(e.GetTableName()!)).ToList()
            from property in entity.GetProperties()
            from prefix in prefixes.Append(entity.ClrType.Name + ".")
            let name = prefix + property.Name
            where !own.Any(o => o.EndsWith(property.Name, StringComparison.OrdinalIgnoreCase))
            select new KeyValuePair<string, string>(name, Value(property, ground));
    }

    /// <summary>Rows that hold what only an extra field said.</summary>
    public static IEnumerable<string> Faults(FormRun run) =>
        from change in run.Changes
        from column in change.Columns
        where Marks.Any(m => column.Value.Contains(m, StringComparison.OrdinalIgnoreCase))
        select $"{change.Table}.{column.Key} took \"{column.Value}\" from a field that the form does not have";

    private static string Value(IProperty property, SecurityGround ground)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(Guid) ? (property.Name == nameof(ITenantOwned.TenantId) ? ground.Seeded.B.Id : Id).ToString()
            : type == typeof(bool) ? "true"
            : type == typeof(DateTime) || type == typeof(DateOnly) ? "1999-09-09"
            : type == typeof(string) ? Text
            : type.IsEnum ? Enum.GetValues(type).Cast<object>().Last().ToString()!
            : "77";
    }
}
