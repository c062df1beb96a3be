using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class MassAssignmentTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_form_takes_a_field_that_it_does_not_have()
    {
        var check = new PairCheck(await Inventory.OfAsync(DatabaseKind.Sqlite), () => SecurityGround.StartAsync(DatabaseKind.Sqlite));
        var extras = 0;

        await check.RunAsync((ground, form, plain) => (session, fresh, fields) =>
        {
            var more = ExtraFields.Of(ground, fresh, plain).ToList();
            extras += more.Count;
            return FormRun.OnceAsync(session, fresh, [.. fields, .. more]);
        }, ExtraFields.Faults);

        output.WriteLine($"{check.Compared} forms, {extras} extra fields");
        check.Findings.ShouldBeNone();
    }
}
