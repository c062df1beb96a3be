using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Yipanqi.Web.Database;

/// <summary>
/// Lets SQLite look, at start-up and once an hour, at how the values of its tables spread: PostgreSQL does so by itself. Without, it guesses by the number
/// of conditions, and went through everything late in the tenant to count one task's late milestones. A table that did not grow much is not looked at again.
/// </summary>
public sealed class SqliteStatistics(UnitOfWork unitOfWork, TimeProvider clock, ILogger<SqliteStatistics> log) : BackgroundService
{
    // ANALYZE (2) of every table (10000), by a sample of 2,000 rows of each index (10).
    private const string Sql = "PRAGMA optimize=0x10012";

    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    public async Task LookAsync(CancellationToken cancellation)
    {
        await unitOfWork.WriteAsync<int>(UnitOfWork.NoTenant, async db => await db.Database.ExecuteSqlRawAsync(Sql, cancellation), cancellation);

        // A connection reads them when it is opened.
        SqliteConnection.ClearAllPools();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (unitOfWork.Kind != DatabaseKind.Sqlite)
        {
            return;
        }

        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (System.Data.Common.DbException e)
            {
                log.LogError(e, "SQLite's statistics could not be taken; the next try is in {Hours} hours", Period.TotalHours);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
