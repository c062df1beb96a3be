using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class KeyKeeperTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TestDatabase database = new(DatabaseKind.Sqlite);

    [Fact]
    public void Makes_one_key_and_no_second_while_it_lasts()
    {
        using var services = Services();
        var keeper = services.GetRequiredService<KeyKeeper>();

        keeper.Keep();
        keeper.Keep();

        services.GetRequiredService<IKeyManager>().GetAllKeys().Count.ShouldBe(1);
    }

    [Fact]
    public void Makes_a_successor_before_the_last_key_ends()
    {
        using var services = Services();
        var keys = services.GetRequiredService<IKeyManager>();
        var now = TimeProvider.System.GetUtcNow();
        keys.CreateNewKey(now.AddDays(-80), now.AddDays(10));

        services.GetRequiredService<KeyKeeper>().Keep();

        keys.GetAllKeys().Max(k => k.ExpirationDate).ShouldBeGreaterThan(now.AddDays(80));
    }

    [Fact]
    public async Task Sealing_inside_a_transaction_makes_no_key_and_waits_for_nothing()
    {
        using var services = Services();
        var keys = services.GetRequiredService<IKeyManager>();
        var now = TimeProvider.System.GetUtcNow();
        keys.CreateNewKey(now.AddDays(-89), now.AddHours(1));
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

        await Task.Run(() => database.UnitOfWork.WriteAsync<int>(UnitOfWork.NoTenant, _ => Task.FromResult<Outcome<int>>(protector.Protect([1]).Length), default)).WaitAsync(Patience);

        keys.GetAllKeys().Count.ShouldBe(1);
    }

    public void Dispose() => database.Dispose();

    private ServiceProvider Services()
    {
        using var db = new YipanqiDb(database.Options, UnitOfWork.NoTenant);
        db.Set<DataProtectionKey>().Count().ShouldBe(0);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection();
        services.Configure<KeyManagementOptions>(o => (o.XmlRepository, o.AutoGenerateKeys) = (new KeyStore(database.UnitOfWork), false));
        return services.AddSingleton<KeyKeeper>().BuildServiceProvider();
    }
}
