using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yipanqi.Web.Tests.Support;

/// <summary>Stops every statement that breaks the <see cref="ShardingRules"/>. A test that means to look over all tenants tags its query with <see cref="Exempt"/>.</summary>
public sealed class ShardingGuard : DbCommandInterceptor
{
    public const string Exempt = "over all tenants, for the test";

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Check(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Check(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Check(command);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbCommand command)
    {
        if (!command.CommandText.Contains(Exempt, StringComparison.Ordinal) && ShardingRules.FaultsOf(command.CommandText) is { Count: > 0 } faults)
        {
            throw new InvalidOperationException($"{string.Join("; ", faults)}:\n{command.CommandText}");
        }
    }
}
