using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yipanqi.Web.Tests.Support;

/// <summary>Counts the commands sent to the database and keeps their text, so that a test can say how many a page may need.</summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    private readonly List<string> commands = [];

    public IReadOnlyList<string> Commands => commands;

    public void Clear() => commands.Clear();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Keep(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    private void Keep(DbCommand command)
    {
        lock (commands)
        {
            commands.Add(command.CommandText);
        }
    }
}
