using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Yipanqi.Web.Database;

/// <summary>
/// The door to the database: every query and every use case runs inside one unit of work of one tenant.
/// PostgreSQL: a transaction that first sets the tenant for row-level security (a query with its first command, <see cref="TenantFirst"/>). SQLite: an immediate transaction for use cases,
/// one writer at a time; none for queries. What runs inside receives the context and never begins or commits.
/// </summary>
public sealed class UnitOfWork(DbContextOptions<YipanqiDb> options, DatabaseKind kind)
{
    private readonly SemaphoreSlim sqliteWriter = new(1, 1);

    /// <summary>No tenant: for the local tables alone (accounts, keys, the directory of tenants).</summary>
    public static readonly Guid NoTenant = Guid.Empty;

    public DatabaseKind Kind => kind;

    public async Task<T> ReadAsync<T>(Guid tenantId, Func<YipanqiDb, Task<T>> query, CancellationToken cancellation)
    {
        await using var db = new YipanqiDb(options, tenantId);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (kind == DatabaseKind.Sqlite)
        {
            // Else every query of it takes a connection from the pool and gives it back.
            await db.Database.OpenConnectionAsync(cancellation);
            return await query(db);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            db.Owed = TenantStatement(db);
            var result = await query(db);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (InvalidOperationException e) when (IsLost(db))
        {
            throw Lost(e);
        }
    }

    public async Task<Outcome<T>> WriteAsync<T>(Guid tenantId, Func<YipanqiDb, Task<Outcome<T>>> useCase, CancellationToken cancellation)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            await sqliteWriter.WaitAsync(cancellation);
        }

        try
        {
            await using var db = new YipanqiDb(options, tenantId);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            return await WriteAsync(db, transaction, useCase, cancellation);
        }
        finally
        {
            if (kind == DatabaseKind.Sqlite)
            {
                sqliteWriter.Release();
            }
        }
    }

    private async Task<Outcome<T>> WriteAsync<T>(YipanqiDb db, IDbContextTransaction transaction, Func<YipanqiDb, Task<Outcome<T>>> useCase, CancellationToken cancellation)
    {
        try
        {
            await SetTenantAsync(db, cancellation);
            var outcome = await useCase(db);
            if (outcome.IsDone)
            {
                await transaction.CommitAsync(cancellation);
            }

            return outcome;
        }
        catch (InvalidOperationException e) when (IsLost(db))
        {
            throw Lost(e);
        }
    }

    // Where the server dies between two commands, the driver says that the transaction is over, and not that the server is away.
    private bool IsLost(YipanqiDb db) => kind == DatabaseKind.PostgreSql && db.Database.GetDbConnection().State != ConnectionState.Open;

    private static NpgsqlException Lost(InvalidOperationException e) => new("The connection was lost within a unit of work.", new IOException(e.Message, e));

    // Use cases also write past the commands that are looked at, by COPY, so theirs goes first by itself.
    private async Task SetTenantAsync(YipanqiDb db, CancellationToken cancellation)
    {
        db.Owed = TenantStatement(db);
        await TellTenantAsync(db, cancellation);
    }

    /// <summary>Tells the tenant at once: before what is not sent as a command of the context.</summary>
    internal static async Task TellTenantAsync(YipanqiDb db, CancellationToken cancellation)
    {
        if (db.TakeOwed() is { } owed)
        {
            await db.Database.ExecuteSqlRawAsync(owed, cancellation);
        }
    }

    private string? TenantStatement(YipanqiDb db) => kind == DatabaseKind.PostgreSql && db.TenantId != NoTenant ? $"SET LOCAL app.tenant = '{db.TenantId:D}'" : null;
}
