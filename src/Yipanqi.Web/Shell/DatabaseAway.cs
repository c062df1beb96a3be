using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Yipanqi.Web.Shell;

/// <summary>
/// A database that is away for the moment (restarting, unreachable, busy): the reader is told to come back, 503 with Retry-After,
/// and the next request tries anew. Nothing of a request that ended so was acknowledged.
/// </summary>
public static class DatabaseAway
{
    private const string RetryAfterSeconds = "5";
    private const int SqliteBusy = 5;
    private const string OperatorIntervention = "57";
    private const string ConnectionException = "08";

    public static ExceptionHandlerOptions ErrorPage { get; } = new()
    {
        ExceptionHandlingPath = "/error",
        CreateScopeForErrors = true,

        // A failure that a module answers in its own words is logged all the same.
        SuppressDiagnosticsCallback = _ => false,
        StatusCodeSelector = error => IsAway(error) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
    };

    /// <summary>Adds Retry-After to every 503 that leaves.</summary>
    public static IApplicationBuilder UseRetryAfter(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            {
                http.Response.Headers.RetryAfter = RetryAfterSeconds;
            }

            return Task.CompletedTask;
        });
        return next(http);
    });

    public static bool IsAway(Exception? error) => error switch
    {
        null => false,
        PostgresException { SqlState: { } state } when state.StartsWith(OperatorIntervention, StringComparison.Ordinal) || state.StartsWith(ConnectionException, StringComparison.Ordinal) => true,
        SqliteException { SqliteErrorCode: SqliteBusy } => true,
        DbException { IsTransient: true } => true,
        _ => IsAway(error.InnerException),
    };
}
