using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class ConnectorTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_token_shows_and_changes_what_is_its_own_and_opens_no_page() => RunAsync(DatabaseKind.Sqlite);

    [Fact, Trait("Category", "Full")]
    public Task A_token_shows_and_changes_what_is_its_own_and_opens_no_page_on_PostgreSQL() => RunAsync(DatabaseKind.PostgreSql);

    private async Task RunAsync(DatabaseKind kind)
    {
        using var ground = await SecurityGround.StartAsync(kind);
        var matrix = new ConnectorMatrix(ground, await Inventory.OfAsync(kind));

        await matrix.RunAsync();

        output.WriteLine($"{matrix.Cells} cells");
        matrix.Findings.ShouldBeNone();
        matrix.Cells.ShouldBeGreaterThan(200);
    }
}
