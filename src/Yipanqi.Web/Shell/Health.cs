using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell;

/// <summary>For the watchdog: alive, and ready to serve from the database.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        routes.MapGet("/health/ready", async (UnitOfWork unitOfWork, CancellationToken cancellation) =>
        {
            try
            {
                await unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Set<Domain>().AnyAsync(cancellation), cancellation);
                return Results.Text("ready");
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
