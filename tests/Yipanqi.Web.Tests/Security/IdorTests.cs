using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class IdorTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_address_keeps_rows_of_others_to_itself()
    {
        using var ground = await SecurityGround.StartAsync(DatabaseKind.Sqlite);
        var matrix = new IdorMatrix(ground, await Inventory.OfAsync(DatabaseKind.Sqlite));

        await matrix.RunAsync();

        output.WriteLine($"{ground.Routes.Count} routes × {Principal.All.Count} principals: {matrix.Cells} cells");
        matrix.Findings.ShouldBeNone();
    }

    [Fact]
    public async Task Every_form_leaves_alone_what_is_not_the_senders()
    {
        using var ground = await SecurityGround.StartAsync(DatabaseKind.Sqlite);
        var matrix = new FormMatrix(ground, await Inventory.OfAsync(DatabaseKind.Sqlite));

        await matrix.RunAsync();

        output.WriteLine($"{matrix.Cells} cells");
        matrix.Findings.ShouldBeNone();
    }

    [Fact]
    public async Task Every_entity_of_a_tenant_has_seeded_rows()
    {
        var seeded = await SeededDatabase.OfAsync(DatabaseKind.Sqlite);

        seeded.Failures.Select(f => $"No row of {f.Key} could be made up ({f.Value}). Give it a Seed in tests/Yipanqi.Web.Tests/Security/Ground.").ShouldBeNone();
    }

    [Fact]
    public async Task Every_route_is_reached()
    {
        var inventory = await Inventory.OfAsync(DatabaseKind.Sqlite);

        output.WriteLine($"{inventory.Samples.Count} addresses, {inventory.Forms.Count} forms");
        output.WriteLine(string.Join('\n', inventory.Forms.Select(f => f.ToString())));
        inventory.Failures.ShouldBeNone();
        inventory.Unreached.Select(r => $"Nobody found an address of {r}: seed a row that a page links to, or give it a line in RoutePolicy.Addresses.").ShouldBeNone();
    }
}
