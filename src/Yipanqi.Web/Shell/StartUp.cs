using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Shell;

/// <summary>What happens once before the first request is taken.</summary>
public static class StartUp
{
    public static async Task PrepareAsync(WebApplication app, StartOptions options)
    {
        var services = app.Services;
        await services.GetRequiredService<Migrator>().MigrateAsync(default);
        await RefuseIfNothingIsSeenAsync(services);
        var unitOfWork = services.GetRequiredService<UnitOfWork>();
        var anyAccount = await unitOfWork.ReadAsync(UnitOfWork.NoTenant, db => db.Users.AnyAsync(), default);
        if (!anyAccount)
        {
            var secret = services.GetRequiredService<SetupSecret>();
            var text = secret.Open();
            app.Logger.LogWarning("No account yet. Open /setup and enter this one-time secret: {Secret} (also in {File})", text, secret.FilePath);
        }
    }

    // A wrong tenant setting shows nothing and says nothing: so one row that must be there is read as the application's role.
    private static async Task RefuseIfNothingIsSeenAsync(IServiceProvider services)
    {
        foreach (var domain in await services.GetRequiredService<DomainQuery>().AllAsync(default))
        {
            var seen = await services.GetRequiredService<UnitOfWork>().ReadAsync(domain.Id, db => db.Set<Unit>().AnyAsync(), default);
            if (!seen)
            {
                throw new InvalidOperationException($"The units of tenant {domain.Id} are not seen. Check the database role and its app.tenant setting.");
            }
        }
    }
}
