using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class ForgeryTests(ITestOutputHelper output)
{
    [Fact]
    public Task Forms_change_nothing_when_another_site_sends_them() => SendAsync(DatabaseKind.Sqlite);

    [Fact, Trait("Category", "Full")]
    public Task Forms_change_nothing_when_another_site_sends_them_on_PostgreSQL() => SendAsync(DatabaseKind.PostgreSql);

    [Fact]
    public Task Pages_change_nothing_by_being_read() => ReadAsync(DatabaseKind.Sqlite);

    [Fact, Trait("Category", "Full")]
    public Task Pages_change_nothing_by_being_read_on_PostgreSQL() => ReadAsync(DatabaseKind.PostgreSql);

    private async Task SendAsync(DatabaseKind kind)
    {
        using var ground = await SecurityGround.StartAsync(kind);
        var check = new ForgeryCheck(ground, await Inventory.OfAsync(kind));

        await check.SendAsync();

        output.WriteLine($"{check.Cells} requests");
        check.Findings.ShouldBeNone();
    }

    private async Task ReadAsync(DatabaseKind kind)
    {
        using var ground = await SecurityGround.StartAsync(kind);
        var check = new ForgeryCheck(ground, await Inventory.OfAsync(kind));

        await check.ReadAsync();

        output.WriteLine($"{check.Cells} requests");
        check.Findings.ShouldBeNone();
    }
}
