using Microsoft.EntityFrameworkCore.Metadata;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A value that a column would hold, chosen by its type, its name and the keys it is in.</summary>
public static class PlausibleValue
{
    /// <summary>Texts that are read as something, by property (and entity, where only there): kept as given here.</summary>
    private static readonly Dictionary<string, object> Fixed = new()
    {
        ["QuarterKey"] = new Quarter(2026, 3).Key,
        ["Complaint.PagePath"] = "/board",
        ["ItemCode"] = "P1",
        ["SavedView.List"] = "units",
        ["SavedView.Query"] = "track=party",
        ["SavedView.Columns"] = "",
        ["LongWork.Link"] = "/units",
        ["LongWork.Back"] = "/units",
    };

    /// <summary>Whether the property is a status, so that a row of each value is planted.</summary>
    public static bool IsStatus(IProperty property) => Bare(property.ClrType).IsEnum && property.Name is "Status" or "State" or "Stage";

    public static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <param name="initial">What a new object holds: tells texts that are JSON.</param>
    public static object? Of(IProperty property, RowDraft row, object? initial)
    {
        var type = Bare(property.ClrType);
        if (Fixed.TryGetValue($"{property.DeclaringType.ClrType.Name}.{property.Name}", out var given) || Fixed.TryGetValue(property.Name, out given))
        {
            return given;
        }

        // The first row of each status is fresh: what happens later has not happened yet.
        if (property.IsNullable && row.Variant == 0 && type != typeof(string))
        {
            return null;
        }

        return type switch
        {
            _ when property.Name is nameof(ITenantOwned.TenantId) or nameof(Account.DomainId) => row.Tenant.Id,
            _ when property.IsConcurrencyToken => 1,
            _ when type == typeof(string) => Text(property, row, (string?)initial),
            _ when type == typeof(Guid) => Id(property, row),
            _ when type.IsEnum => IsStatus(property) ? Enum.GetValues(type).GetValue(row.Variant % Enum.GetValues(type).Length) : Enum.GetValues(type).GetValue(0),
            _ when type == typeof(DateTime) => row.NowUtc,
            _ when type == typeof(DateOnly) => ChinaTime.DayOf(row.NowUtc).AddDays(-30 - (IsUnique(property) ? row.Number : 0)), // long enough ago to be followed by something
            _ when type == typeof(byte[]) => System.Text.Encoding.UTF8.GetBytes(row.Text),
            _ when type == typeof(bool) => initial,
            _ when type == typeof(double) || type == typeof(decimal) => Convert.ChangeType(0.5, type, null),
            _ when type.IsPrimitive => Convert.ChangeType(IsUnique(property) ? row.Number : 1, type, null),
            _ => initial,
        };
    }

    private static string Text(IProperty property, RowDraft row, string? initial)
    {
        if (initial is ['{' or '[', ..] || property.Name.EndsWith("Json", StringComparison.Ordinal) || property.Name is "Detail" or "Parameters")
        {
            return initial is { Length: > 0 } ? initial : "{}";
        }

        if (property.Name.EndsWith("Sealed", StringComparison.Ordinal))
        {
            return ""; // only the host can seal
        }

        if (property.Name is "Path" or "UnitPath" or "Place")
        {
            return row.Tenant.Unit(row.Unit).Path;
        }

        var text = IsUnique(property) ? $"{row.Text}-{row.Number}" : row.Text;
        return property.GetMaxLength() is { } most && text.Length > most ? text[^most..] : text;
    }

    private static object? Id(IProperty property, RowDraft row) => property.Name switch
    {
        "UnitId" => row.Tenant.Unit(row.Unit).Id,
        "AccountId" when property.IsNullable => null,
        "PersonId" or "ActorId" => row.Tenant.PersonAt(row.Unit).Id,
        _ when property.Name.EndsWith("By", StringComparison.Ordinal) => row.Tenant.PersonAt(row.Unit).Id,
        _ => Guid.CreateVersion7(new DateTimeOffset(row.NowUtc)),
    };

    private static bool IsUnique(IProperty property) =>
        property.IsKey() || property.GetContainingIndexes().Any(i => i.IsUnique);
}
