using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Yipanqi.Web.Database;

/// <summary>
/// Text that is compared or ordered byte by byte (paths, codes): collation C on PostgreSQL, as SQLite does by default.
/// Order never follows a server's language setting.
/// </summary>
public static class OrdinalText
{
    public static void Apply(IMutableModel model, bool postgreSql)
    {
        if (!postgreSql)
        {
            return;
        }

        var texts = model.GetEntityTypes()
            .Where(t => typeof(ITenantOwned).IsAssignableFrom(t.ClrType))
            .SelectMany(t => t.GetProperties())
            .Where(p => p.ClrType == typeof(string) && (p.IsIndex() || p.IsKey()));
        foreach (var property in texts)
        {
            property.SetCollation("C");
        }
    }
}
