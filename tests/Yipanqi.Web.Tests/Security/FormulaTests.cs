using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security"), Trait("Category", "Full")]
public sealed class FormulaTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_file_makes_a_formula_of_what_somebody_wrote_and_each_reads_back_the_same()
    {
        using var ground = await SecurityGround.StartAsync(DatabaseKind.Sqlite);
        var check = new FormulaCheck(ground, await Inventory.OfAsync(DatabaseKind.Sqlite));

        await check.RunAsync();

        output.WriteLine($"{check.Files.Count} addresses, {FormulaCheck.Texts.Count} texts, {check.Cells} cells: {string.Join(' ', check.Files.Order())}");
        check.Findings.ShouldBeNone();
        check.Files.ShouldContain("/units/export");
        FormulaCheck.Texts.Count.ShouldBeGreaterThanOrEqualTo(80);
        check.Cells.ShouldBeGreaterThan(FormulaCheck.Texts.Count);
    }
}
