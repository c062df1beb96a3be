using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class JournalTests(ITestOutputHelper output)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_form_changes_anything_without_an_entry_nor_leaves_an_entry_without_a_change(DatabaseKind kind)
    {
        var fault = new FaultyJournal();
        var check = new JournalCheck(await Inventory.OfAsync(kind), fault, () => SecurityGround.StartAsync(kind, interceptor: fault));

        await check.RunAsync();
        await check.RunFaultyAsync();

        output.WriteLine($"{check.Effective.Count} forms with an effect");
        check.Findings.ShouldBeNone();
    }
}
