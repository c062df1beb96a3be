using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Yipanqi.Web.Database;

/// <summary>
/// Which lists were found to be longer than counting goes. Such a list stays so for a while, so that going through its pages does not count it anew each time; a list
/// that was counted to its end is never kept. The key is the statement itself with its parameters and its database: tenant and scope are among them.
/// </summary>
internal static class KeptCounts
{
    private const int MostKept = 2_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(60);

    private static readonly MemoryCache Longer = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>How many rows match; more than <paramref name="limit"/> is answered as one more.</summary>
    public static async Task<int> CountAsync<T>(IQueryable<T> matching, int limit, CancellationToken cancellation)
    {
        var key = KeyOf(matching, limit);
        if (Longer.TryGetValue(key, out _))
        {
            return limit + 1;
        }

        var counted = await matching.Take(limit + 1).CountAsync(cancellation);
        if (counted > limit)
        {
            Longer.Set(key, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
        }

        return counted;
    }

    private static string KeyOf<T>(IQueryable<T> matching, int limit)
    {
        using var command = matching.CreateDbCommand();
        var key = new StringBuilder(command.Connection!.DataSource).Append('\n').Append(command.Connection.Database).Append('\n').Append(limit).Append('\n').Append(command.CommandText);
        foreach (DbParameter parameter in command.Parameters)
        {
            key.Append('\n').Append(parameter.ParameterName).Append('=');
            if (parameter.Value is System.Collections.IEnumerable and not string and not byte[])
            {
                key.AppendJoin(',', ((System.Collections.IEnumerable)parameter.Value).Cast<object?>().Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)));
            }
            else
            {
                key.Append(Convert.ToString(parameter.Value, CultureInfo.InvariantCulture));
            }
        }

        return key.ToString();
    }
}
