using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Files.Imports;

/// <summary>The tables of drafts in tests without a host.</summary>
public static class TestTables
{
    /// <summary>Sealed by keys that die with the run.</summary>
    public static readonly DraftTables Shared = new(new EphemeralDataProtectionProvider());

    /// <summary>Sealed by the keys of this database, so that a host on it can read them.</summary>
    public static DraftTables Of(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("yipanqi");
        services.AddLogging();
        services.Configure<KeyManagementOptions>(o => (o.XmlRepository, o.AutoGenerateKeys) = (new KeyStore(database.UnitOfWork), false));
        services.AddSingleton<KeyKeeper>();
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KeyKeeper>().Keep();
        return new DraftTables(provider.GetRequiredService<IDataProtectionProvider>());
    }
}
