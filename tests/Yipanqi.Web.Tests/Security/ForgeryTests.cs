using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class ForgeryTests(ITestOutputHelper output)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forms_change_nothing_when_another_site_sends_them(DatabaseKind kind)
    {
        using var ground = await SecurityGround.StartAsync(kind);
        var check = new ForgeryCheck(ground, await Inventory.OfAsync(kind));

        await check.SendAsync();

        output.WriteLine($"{check.Cells} requests");
        check.Findings.ShouldBeNone();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_change_nothing_by_being_read(DatabaseKind kind)
    {
        using var ground = await SecurityGround.StartAsync(kind);
        var check = new ForgeryCheck(ground, await Inventory.OfAsync(kind));

        await check.ReadAsync();

        output.WriteLine($"{check.Cells} requests");
        check.Findings.ShouldBeNone();
    }
}
