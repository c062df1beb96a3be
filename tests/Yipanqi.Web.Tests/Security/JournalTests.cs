using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class JournalTests(ITestOutputHelper output)
{
    [Fact]
    public Task No_form_changes_anything_without_an_entry_nor_leaves_an_entry_without_a_change() => RunAsync(DatabaseKind.Sqlite);

    [Fact, Trait("Category", "Full")]
    public Task No_form_changes_anything_without_an_entry_nor_leaves_an_entry_without_a_change_on_PostgreSQL() => RunAsync(DatabaseKind.PostgreSql);

    private async Task RunAsync(DatabaseKind kind)
    {
        var fault = new FaultyJournal();
        var check = new JournalCheck(await Inventory.OfAsync(kind), fault, () => SecurityGround.StartAsync(kind, interceptor: fault));

        await check.RunAsync();
        await check.RunFaultyAsync();

        output.WriteLine($"{check.Effective.Count} forms with an effect");
        check.Findings.Concat(UnguardedForms.Faults(await SeededDatabase.OfAsync(kind), check.Runs)).ShouldBeNone();
    }
}
