using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>All rows of a table of the model in a tenant, whatever its type.</summary>
public static class Rows
{
    private static readonly System.Reflection.MethodInfo Generic = typeof(Rows).GetMethod(nameof(ListAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    public static Task<List<object>> AllAsync(TestDatabase database, Guid tenant, Type type) =>
        database.UnitOfWork.ReadAsync(tenant, db => (Task<List<object>>)Generic.MakeGenericMethod(type).Invoke(null, [db])!, default);

    private static async Task<List<object>> ListAsync<T>(YipanqiDb db) where T : class => [.. (await db.Set<T>().ToListAsync()).Cast<object>()];
}
