using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>All rows of a table of the model in a tenant, whatever its type.</summary>
public static class Rows
{
    private static readonly System.Reflection.MethodInfo Generic = typeof(Rows).GetMethod(nameof(ListAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    public static Task<List<object>> AllAsync(TestDatabase database, Guid tenant, Type type) =>
        database.UnitOfWork.ReadAsync(tenant, db => (Task<List<object>>)Generic.MakeGenericMethod(type).Invoke(null, [db])!, default);

    /// <summary>The property that says whose a row is: also of local rows that belong to a person of a tenant. Null for rows that are nobody's.</summary>
    public static IProperty? TenantOf(IEntityType entity) =>
        entity.FindProperty(nameof(ITenantOwned.TenantId)) ?? (entity.ClrType == typeof(Account) ? null : entity.FindProperty(nameof(Account.DomainId)));

    private static async Task<List<object>> ListAsync<T>(YipanqiDb db) where T : class
    {
        var tenant = TenantOf(db.Model.FindEntityType(typeof(T))!)!.PropertyInfo!;
        return [.. (await db.Set<T>().ToListAsync()).Cast<object>().Where(r => (Guid?)tenant.GetValue(r) == db.TenantId)];
    }
}
