using HtmlAgilityPack;
using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class LostUpdateTests(ITestOutputHelper output)
{
    private const int Editors = 50;
    private const int Rounds = 3;

    [Fact]
    public Task Of_two_who_read_the_same_form_the_second_is_told_and_nothing_of_theirs_is_kept() => RunAsync(DatabaseKind.Sqlite);

    [Fact, Trait("Category", "Full")]
    public Task Of_two_who_read_the_same_form_the_second_is_told_and_nothing_of_theirs_is_kept_on_PostgreSQL() => RunAsync(DatabaseKind.PostgreSql);

    private async Task RunAsync(DatabaseKind kind)
    {
        var check = new LostUpdateCheck(await Inventory.OfAsync(kind), () => SecurityGround.StartAsync(kind));

        await check.RunAsync();

        output.WriteLine($"{check.Tried} forms that carry a version");
        check.Findings.ShouldBeNone();
        check.Tried.ShouldBeGreaterThan(50);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_fifty_who_edit_one_unit_one_is_saved_and_the_others_are_told(DatabaseKind kind)
    {
        using var ground = await SecurityGround.StartAsync(kind);
        var session = await ground.SessionAsync(Principal.Lead);
        var address = $"/units/{ground.Seeded.A.Unit(SecurityTenant.Second).Id}/edit";

        for (var round = 1; round <= Rounds; round++)
        {
            var before = ground.Prints();
            var forms = await Task.WhenAll(Enumerable.Range(0, Editors).Select(_ => OpenAsync(ground, session, address)));
            var replies = await Task.WhenAll(forms.Select((form, i) => session.PostAsync(address, Named(form, $"第{round}轮第{i}人"))));

            var saved = replies.Select((r, i) => (r, i)).Where(r => r.r.IsGranted).Select(r => r.i).ToList();
            saved.Count.ShouldBe(1);
            replies.Where(r => !r.IsGranted).ShouldAllBe(r => r.Status == 422 && r.Text.Contains("刚改过"));
            var changes = ground.Prints().Since(before);
            changes.Count(c => c.Table == "journal_entry").ShouldBe(1);
            changes.Single(c => c.Table == "unit").Row["name"].ShouldBe($"第{round}轮第{saved[0]}人");
        }
    }

    private static async Task<SeenForm> OpenAsync(SecurityGround ground, Session session, string address)
    {
        var page = new HtmlDocument();
        page.LoadHtml((await session.GetAsync(address)).Text);
        return SeenForm.In(page, address, session.Principal, ground.RouteOf).Single(f => f.Handler == "edit");
    }

    private static IEnumerable<KeyValuePair<string, string>> Named(SeenForm form, string name) =>
        FormFiller.Fill(form, once: true).Where(f => f.Key != "Name").Append(new("Name", name));
}
