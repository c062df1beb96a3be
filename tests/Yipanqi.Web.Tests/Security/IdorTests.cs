using System.Text.RegularExpressions;
using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed partial class IdorTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_address_keeps_rows_of_others_to_itself()
    {
        using var ground = await SecurityGround.StartAsync(DatabaseKind.Sqlite);
        var matrix = new IdorMatrix(ground, await Inventory.OfAsync(DatabaseKind.Sqlite));

        await matrix.RunAsync();

        output.WriteLine($"{ground.Routes.Count} routes × {Principal.All.Count} principals: {matrix.Cells} cells");
        matrix.Findings.ShouldBeNone();
        matrix.Cells.ShouldBeGreaterThanOrEqualTo(20_000);
    }

    [Fact, Trait("Category", "Full")]
    public async Task Every_address_keeps_rows_of_others_to_itself_whatever_it_is_asked_for()
    {
        using var ground = await SecurityGround.StartAsync(DatabaseKind.Sqlite);
        var matrix = new IdorMatrix(ground, await Inventory.OfAsync(DatabaseKind.Sqlite));

        await matrix.RunAsync(otherTypes: int.MaxValue, typesOfAName: 4);

        output.WriteLine($"{matrix.Cells} cells");
        matrix.Findings.ShouldBeNone();
    }

    [Fact]
    public async Task Every_address_with_an_id_keeps_rows_of_others_to_itself_on_PostgreSQL()
    {
        using var ground = await SecurityGround.StartAsync(DatabaseKind.PostgreSql);
        var matrix = new IdorMatrix(ground, await Inventory.OfAsync(DatabaseKind.PostgreSql));

        await matrix.RunAsync(r => r.HasParameters, otherTypes: 0, typesOfAName: 0);

        output.WriteLine($"{matrix.Cells} cells");
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
    public async Task Every_form_is_reached()
    {
        var inventory = await Inventory.OfAsync(DatabaseKind.Sqlite);

        var seen = inventory.Forms.Select(f => f.Handler).ToList();
        var unseen = FormNames().Where(n => !RoutePolicy.UnseenForms.ContainsKey(n.Form) && !seen.Any(s => n.IsWhole ? s == n.Form : s.StartsWith(n.Form, StringComparison.Ordinal))).ToList();

        unseen.Select(n => $"{n.File} has a form {n.Form} that no seeded row shows: plant such a row, or give it a line with the reason in RoutePolicy.UnseenForms.").ShouldBeNone();
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

    // As written in the pages; of a name made up of parts, the part before the first value.
    private static IEnumerable<(string File, string Form, bool IsWhole)> FormNames() =>
        from file in ProductSource.Files()
        from Match form in Name().Matches(file.Text)
        select (file.Name, form.Groups[2].Value, form.Groups[1].Length == 0);

    [GeneratedRegex("<(?:PostForm|ConfirmForm)\\s(?:[^>]*?\\s)?Name=\"(@\\(\\$\")?([a-z][a-z0-9-]*)")]
    private static partial Regex Name();
}
