using Microsoft.EntityFrameworkCore;

namespace Yipanqi.Web.Database;

/// <summary>
/// The second door to the database, for work by the hundred thousand rows that only jobs do: one tenant, one transaction, one journal
/// entry. PostgreSQL: a role of its own that bypasses row security and may write <see cref="BulkTables"/> only, by COPY. SQLite, or
/// PostgreSQL without that role: the same calls by inserts of many rows through the first door.
/// </summary>
public sealed class BulkWrite
{
    private const int LongestCommandSeconds = 3600;

    private readonly UnitOfWork door;
    private readonly bool copies;

    private BulkWrite(UnitOfWork door, bool copies) => (this.door, this.copies) = (door, copies);

    public static BulkWrite Of(UnitOfWork unitOfWork, DatabaseOptions database)
    {
        if (unitOfWork.Kind == DatabaseKind.Sqlite || database.ImportConnectionString.Length == 0)
        {
            return Through(unitOfWork);
        }

        var options = new DbContextOptionsBuilder<YipanqiDb>()
            .UseNpgsql(database.ImportConnectionString, o => o.CommandTimeout(LongestCommandSeconds)).Options;
        return new BulkWrite(new UnitOfWork(options, unitOfWork.Kind), copies: true);
    }

    /// <summary>Without a role of its own.</summary>
    public static BulkWrite Through(UnitOfWork unitOfWork) => new(unitOfWork, copies: false);

    /// <summary>Runs the work in one transaction; rows without a journal entry are refused, and with them everything.</summary>
    public Task<Outcome<T>> RunAsync<T>(Guid tenantId, Func<YipanqiDb, BulkRows, Task<Outcome<T>>> work, CancellationToken cancellation) => door.WriteAsync(
        tenantId,
        async db =>
        {
            var rows = new BulkRows(db, copies);
            var outcome = await work(db, rows);
            return !outcome.IsDone || rows.Written == 0 || db.HasJournaled
                ? outcome
                : throw new InvalidOperationException("A set operation writes one journal entry: call SaveAsync(Change) once.");
        },
        cancellation);
}
