using Xunit.Abstractions;
using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Checks;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

[Trait("Category", "Security")]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Some = 16;

    [Fact]
    public Task No_form_makes_the_server_fail() => RunAsync(DatabaseKind.Sqlite, int.MaxValue, each: false);

    [Fact]
    public Task No_form_makes_the_server_fail_on_PostgreSQL_with_texts_that_databases_stumble_over() => RunAsync(DatabaseKind.PostgreSql, Some);

    [Trait("Category", "Full")]
    [Theory, ClassData(typeof(BothDatabases))]
    public Task No_form_makes_the_server_fail_with_any_text_in_any_field(DatabaseKind kind) => RunAsync(kind, int.MaxValue);

    [Fact]
    public async Task No_body_of_100_MB_makes_the_server_fail()
    {
        const int megabytes = 100;
        using var ground = await SecurityGround.StartAsync(DatabaseKind.Sqlite, kestrel: true);
        var forms = (await Inventory.OfAsync(DatabaseKind.Sqlite)).Forms.DistinctBy(f => f.Route.Template).ToList();
        var failed = new List<string>();
        foreach (var form in forms)
        {
            var session = await ground.SessionAsync(form.By);
            using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new ByteArrayContent(new byte[megabytes << 20]) };
            request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
            request.Headers.ExpectContinue = true;
            using var response = await session.SendAsync(request);
            failed.AddRange((int)response.StatusCode >= 500 || response.IsSuccessStatusCode ? [$"{form.Key}: answers {(int)response.StatusCode} to {megabytes} MB"] : []);
        }

        output.WriteLine($"{forms.Count} routes × {megabytes} MB");
        failed.ShouldBeNone();
    }

    private async Task RunAsync(DatabaseKind kind, int texts, bool each = true)
    {
        using var ground = await SecurityGround.StartAsync(kind);
        var check = new FuzzCheck(ground, await Inventory.OfAsync(kind), texts, each);

        await check.RunAsync();

        output.WriteLine($"{check.Cells} requests");
        check.Findings.ShouldBeNone();
    }
}
