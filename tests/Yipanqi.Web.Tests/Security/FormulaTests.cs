using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class FormulaTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_file_makes_a_formula_of_a_text_with_a_sign_and_each_reads_back_the_same() => (await RunAsync(FormulaCheck.Some)).ShouldBeGreaterThan(FormulaCheck.Some.Count);

    [Fact, Trait("Category", "Full")]
    public async Task No_file_makes_a_formula_of_what_somebody_wrote_and_each_reads_back_the_same()
    {
        (await RunAsync(FormulaCheck.Texts)).ShouldBeGreaterThan(FormulaCheck.Texts.Count);

        FormulaCheck.Texts.Count.ShouldBeGreaterThanOrEqualTo(80);
    }

    private async Task<int> RunAsync(IReadOnlyList<string> texts)
    {
        using var ground = await SecurityGround.StartAsync(DatabaseKind.Sqlite);
        var check = new FormulaCheck(ground, await Inventory.OfAsync(DatabaseKind.Sqlite));

        await check.RunAsync(with: texts);

        output.WriteLine($"{check.Files.Count} addresses, {texts.Count} texts, {check.Cells} cells: {string.Join(' ', check.Files.Order())}");
        check.Findings.ShouldBeNone();
        check.Files.ShouldContain("/units/export");
        return check.Cells;
    }
}
