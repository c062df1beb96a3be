using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class DoubleSubmitTests(ITestOutputHelper output)
{
    private const int Times = 20;

    // On PostgreSQL they really run at once; SQLite lets one writer after another.
    [Fact]
    public Task A_form_sent_twenty_times_at_once_has_one_effect() => RunAsync(DatabaseKind.PostgreSql);

    [Fact, Trait("Category", "Full")]
    public Task A_form_sent_twenty_times_at_once_has_one_effect_on_SQLite() => RunAsync(DatabaseKind.Sqlite);

    private async Task RunAsync(DatabaseKind kind)
    {
        var check = new PairCheck(await Inventory.OfAsync(kind), () => SecurityGround.StartAsync(kind));

        await check.RunAsync((_, _, _) => AtOnceAsync, Refused);

        output.WriteLine($"{check.Compared} forms × {Times}");
        check.Findings.ShouldBeNone();
    }

    internal static async Task<IReadOnlyList<Reply>> AtOnceAsync(Session session, SeenForm form, List<KeyValuePair<string, string>> fields) =>
        await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => session.PostAsync(form.Action, fields, form.Files)));

    // Whoever pressed twice is shown what came of it, not an error. Changing the secret ends the sessions that began with the old one:
    // a sending that comes after is asked to sign in.
    internal static IEnumerable<string> Refused(FormRun run)
    {
        var endsSessions = run.Changes.Any(c => c.Table == "account" && c.Columns.ContainsKey("security_stamp"));
        return (run.Replies ?? []).Where(r => !r.IsGranted && !(endsSessions && r is { Status: 302 } && r.Location.Contains("/sign-in?", StringComparison.Ordinal)))
            .Select(r => $"one of the sendings was answered {r.Status} {r.Location}");
    }
}
