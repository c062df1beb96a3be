using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A fault between a change and its journal entry, or just before both are kept: the database gives up while it is armed.</summary>
public sealed class FaultyJournal : DbCommandInterceptor, IDbTransactionInterceptor
{
    public enum Moment
    {
        Never,
        AtEntry,
        AtCommit,
    }

    public Moment Armed { get; set; }

    /// <summary>How often it struck.</summary>
    public int Struck { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Strike(Armed == Moment.AtEntry && command.CommandText.Contains("INSERT INTO \"journal_entry\"", StringComparison.Ordinal)
            || Armed == Moment.AtEntry && command.CommandText.Contains("INSERT INTO journal_entry", StringComparison.Ordinal));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Strike(Armed == Moment.AtEntry && command.CommandText.Contains("journal_entry", StringComparison.Ordinal));
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        var journaled = eventData.Context!.ChangeTracker.Entries<Yipanqi.Web.Journal.JournalEntry>().Any();
        Strike(Armed == Moment.AtCommit && journaled);
        return ValueTask.FromResult(result);
    }

    private void Strike(bool now)
    {
        if (now)
        {
            Struck++;
            throw new InvalidOperationException("The database gave up, as asked.");
        }
    }
}
