using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class HeaderTests(ITestOutputHelper output)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Every_answer_carries_its_headers_and_no_cookie_is_loose(bool https)
    {
        using var ground = await SecurityGround.StartAsync(DatabaseKind.Sqlite, https: https);
        var check = new HeaderCheck(ground, await Inventory.OfAsync(DatabaseKind.Sqlite));

        await check.RunAsync(https);

        output.WriteLine($"{ground.Routes.Count} routes, {check.Cells} answers");
        check.Findings.ShouldBeNone();
    }
}
