using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Shell;

/// <summary>What happens once before the first request is taken.</summary>
public static class StartUp
{
    /// <param name="fill">Fills a database without accounts; null leaves it to the first set-up.</param>
    public static async Task PrepareAsync(WebApplication app, Func<IServiceProvider, CancellationToken, Task>? fill)
    {
        var services = app.Services;
        await services.GetRequiredService<Migrator>().MigrateAsync(default);
        services.GetRequiredService<KeyKeeper>().Keep();
        await RefuseIfNothingIsSeenAsync(services);
        foreach (var domain in await services.GetRequiredService<DomainQuery>().AllAsync(default))
        {
            await services.GetRequiredService<FillTerms>().RunAsync(domain.Id, default);
        }

        if (!await AnyAccountAsync(services) && fill is not null)
        {
            await using var scope = services.CreateAsyncScope();
            await fill(scope.ServiceProvider, default);
        }

        if (!await AnyAccountAsync(services))
        {
            var secret = services.GetRequiredService<SetupSecret>();
            var text = secret.Open();
            app.Logger.LogWarning("No account yet. Open /setup and enter this one-time secret: {Secret} (also in {File})", text, secret.FilePath);
        }

        var demo = (await services.GetRequiredService<DomainQuery>().AllAsync(default)).Any(d => d.IsDemo);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, demo));
    }

    private static void Announce(WebApplication app, bool demo)
    {
        app.Logger.LogInformation("Ready at {Addresses}", string.Join(" ", app.Urls));
        if (demo)
        {
            app.Logger.LogInformation("Demo accounts: {Accounts}; the password of each is {Secret}", string.Join(", ", DemoAccounts.Names), DemoAccounts.Secret);
        }
    }

    private static Task<bool> AnyAccountAsync(IServiceProvider services) =>
        services.GetRequiredService<UnitOfWork>().ReadAsync(UnitOfWork.NoTenant, db => db.Users.AnyAsync(), default);

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
