using System.Net;
using System.Security.Cryptography;
using System.Text;
using HtmlAgilityPack;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.PublicService;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security;

/// <summary>A3: 三员分立, by all pairs of roles and all routes. Each check has a case in which it fails.</summary>
[Trait("Category", "Security")]
public sealed class SeparationTests : IAsyncLifetime
{
    private const string Canary = "CANARY-7f3a";
    private static readonly PostRole[] Roles = Enum.GetValues<PostRole>();
    private readonly TestClock clock = new();
    private readonly TestDatabase database = new(DatabaseKind.Sqlite);
    private Committee committee = default!;
    private Administration administration = default!;

    public async Task InitializeAsync()
    {
        committee = await Committee.FoundAsync(database, clock);
        administration = await Administration.AddAsync(database, committee, clock);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_pair_of_roles_gives_anyone_two_of_three_or_one_beside_the_business(DatabaseKind kind)
    {
        using var own = new TestDatabase(kind);
        var here = await Committee.FoundAsync(own, clock);
        var people = await Administration.AddAsync(own, here, clock);
        var granted = 0;
        foreach (var (held, wanted) in Roles.SelectMany(h => Roles.Select(w => (h, w))))
        {
            var someone = await people.AddAsync("某人", $"a{(int)held}-{(int)wanted}", here.Root, held);
            granted += await GrantAsync(people, here, someone, wanted) ? 1 : 0;
        }

        var business = Roles.Count(r => !PostRoles.IsAdministrator(r));
        granted.ShouldBe(business * (business - 1));
        (await ViolationsAsync(people)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_who_approve_at_the_same_moment_do_not_pass_each_other_by(DatabaseKind kind)
    {
        using var own = new TestDatabase(kind);
        var here = await Committee.FoundAsync(own, clock);
        var people = await Administration.AddAsync(own, here, clock);
        for (var round = 0; round < 10; round++)
        {
            var account = await people.AddAsync("某人", $"racer{round}", here.Branch, PostRole.BranchSecretary);
            await people.ProposeEnd.RunAsync(people.System, new(account.AccountId, account.PostId, new DateOnly(2026, 10, 11), "换岗"), default);
            await people.DecideAllAsync();
            foreach (var role in new[] { PostRole.AuditAdministrator, PostRole.SystemAdministrator, PostRole.WorkCommitteeOfficer })
            {
                await people.ProposePost.RunAsync(people.System, new(account.AccountId, people.PostAt(here.Root, role), "换岗"), default);
            }

            var open = await people.OpenAsync();
            var outcomes = await Task.WhenAll(open.Select(p => Task.Run(() => people.Decide.RunAsync(people.Security, new([p.Id], true, ""), default))));

            open.Count.ShouldBe(3);
            outcomes.Count(o => o.IsDone).ShouldBe(1);
            await people.DecideAllAsync(approve: false, "不再需要");
        }

        (await ViolationsAsync(people)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forbidden_pair_in_the_database_is_found_and_opens_nothing()
    {
        var someone = await administration.AddAsync("某人", "both", committee.Root, PostRole.AuditAdministrator);
        var person = await administration.ReadAsync(db => db.Set<Person>().SingleAsync(p => p.Id == someone.PersonId));
        await administration.SaveAsync(Post.New(person, committee.Root, PostRole.WorkCommitteeLead, "负责人", new DateOnly(2026, 1, 1)));
        using var browser = Browser.Start(database, clock);

        (await ViolationsAsync(administration)).ShouldBe([someone.PersonId]);
        await Should.ThrowAsync<InvalidOperationException>(() => EnterAsync(browser, "both"));
    }

    [Fact]
    public async Task Nobody_grants_to_themselves()
    {
        var system = administration.SystemPerson;
        var proposed = await administration.ProposePost.RunAsync(administration.System, new(system.AccountId, administration.PostAt(committee.Root, PostRole.WorkCommitteeLead), "自己"), default);
        var person = await administration.ReadAsync(db => db.Set<Person>().SingleAsync(p => p.Id == administration.SecurityPerson.PersonId));
        var account = await administration.ReadAsync(db => db.Users.SingleAsync(a => a.Id == administration.SecurityPerson.AccountId));
        await administration.SaveAsync(Proposal.New(ProposalKind.GrantPost, person, account, system.PersonId, "x", clock.UtcNow).WithPost(committee.Branch, PostRole.BranchSecretary, "书记", new DateOnly(2026, 1, 1)));
        var other = await administration.ReadAsync(db => db.Set<Person>().SingleAsync(p => p.Id == system.PersonId));
        await administration.SaveAsync(Proposal.New(ProposalKind.EnableAccount, other, account, administration.SecurityPerson.PersonId, "x", clock.UtcNow));

        var open = await administration.OpenAsync();
        var decisions = new List<Outcome<int>>();
        foreach (var proposal in open)
        {
            decisions.Add(await administration.Decide.RunAsync(administration.Security, new([proposal.Id], true, ""), default));
        }

        proposed.Refusals.Single().ShouldBe(AccountRefusal);
        decisions.Count.ShouldBe(2);
        decisions.ShouldAllBe(d => d.Refusals[0].Code == "proposal.own");
    }

    [Fact]
    public async Task The_audit_administrator_writes_nothing_by_any_form_of_any_page()
    {
        using var browser = Browser.Start(database, clock);
        var forms = await FormsAsync(browser);
        using var auditor = await EnterAsync(browser.Another(), "auditor");
        var before = await DigestAsync();

        foreach (var form in forms.Where(f => f.Path is not ("/sign-out" or "/sign-in" or "/account" or "/account/secret" or "/complaints/new")))
        {
            using var response = await SendAsync(auditor, form);
            ((int)response.StatusCode).ShouldBeLessThan(500, form.ToString());
        }

        forms.Count.ShouldBeGreaterThan(15);
        (await DigestAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_form_that_does_write_is_noticed()
    {
        using var browser = Browser.Start(database, clock);
        var forms = await FormsAsync(browser);
        using var security = await EnterAsync(browser.Another(), "secadmin");
        var before = await DigestAsync();

        using var response = await SendAsync(security, forms.Single(f => f.Handler == "age") with { Fields = [new("Days", "30")] });

        (await DigestAsync()).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("sysadmin")]
    [InlineData("secadmin")]
    [InlineData("auditor")]
    public async Task An_administrator_reads_nothing_of_the_business_on_any_route(string account)
    {
        using var browser = Browser.Start(database, clock);
        await PlantCanariesAsync(browser);
        using var reader = await EnterAsync(browser.Another(), account);
        var allowed = account switch { "sysadmin" => Permission.ManageAccounts, "secadmin" => Permission.ApproveAccounts, _ => Permission.AuditJournal };

        var opened = new List<string>();
        foreach (var (path, needs, anyone) in Routes(browser))
        {
            using var response = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            var body = await response.Content.ReadAsStringAsync();
            if (body.Contains(Canary) || (response.StatusCode == HttpStatusCode.OK && !anyone && needs is not null && (needs & allowed) == 0))
            {
                opened.Add($"{path} → {(int)response.StatusCode}");
            }
        }

        opened.ShouldBeEmpty();
        var menu = (await reader.GetAsync("/account")).Texts("//nav[@aria-label='主菜单']//a");
        menu.Except(["账号", "授权审批", "职务和权限", "留痕"]).ShouldBeEmpty();
        menu.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_canaries_are_there_for_those_of_the_business()
    {
        using var browser = Browser.Start(database, clock);
        await PlantCanariesAsync(browser);
        using var lead = await EnterAsync(browser.Another(), "lead");

        var found = 0;
        foreach (var (path, _, _) in Routes(browser))
        {
            using var response = await lead.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            found += (await response.Content.ReadAsStringAsync()).Contains(Canary) ? 1 : 0;
        }

        found.ShouldBeGreaterThanOrEqualTo(3);
    }

    public Task DisposeAsync()
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    private static Refusal AccountRefusal => new("account.oneself", "", "不能给自己办。请由另一位管理员办理。");

    private sealed record Form(string Path, string Handler, IReadOnlyList<KeyValuePair<string, string>> Fields);

    // Past the check of the proposal, so that the approval has to find it.
    private async Task<bool> GrantAsync(Administration people, Committee here, Administration.Someone someone, PostRole wanted)
    {
        var person = await people.ReadAsync(db => db.Set<Person>().SingleAsync(p => p.Id == someone.PersonId));
        var account = await people.ReadAsync(db => db.Users.SingleAsync(a => a.Id == someone.AccountId));
        var proposal = Proposal.New(ProposalKind.GrantPost, person, account, people.SystemPerson.PersonId, "x", clock.UtcNow).WithPost(here.Root, wanted, "职务", new DateOnly(2026, 10, 12));
        await people.SaveAsync(proposal);
        return (await people.Decide.RunAsync(people.Security, new([proposal.Id], true, ""), default)).IsDone;
    }

    /// <summary>Whoever has an administrator's post and another of another role on a common day: read from the posts alone, not by the rule under test.</summary>
    private static async Task<List<Guid>> ViolationsAsync(Administration people) =>
        [.. (await people.ReadAsync(db => (
            from a in db.Set<Post>()
            join b in db.Set<Post>() on new { a.TenantId, a.PersonId } equals new { b.TenantId, b.PersonId }
            where (a.Role == PostRole.SystemAdministrator || a.Role == PostRole.SecurityAdministrator || a.Role == PostRole.AuditAdministrator) && a.Role != b.Role
                && (a.ToDay == null || a.ToDay >= b.FromDay) && (b.ToDay == null || b.ToDay >= a.FromDay)
            select a.PersonId).ToListAsync())).Distinct()];

    private static async Task<Browser> EnterAsync(Browser browser, string account)
    {
        await browser.SignInAsync(account);
        return (await browser.GetAsync("/account")).Path == "/account" ? browser : throw new InvalidOperationException($"{account} is not let in.");
    }

    private async Task PlantCanariesAsync(Browser browser)
    {
        await (await browser.GetAsync("/complaints/new")).Form("提交").Fill("要反映的事", Canary).SendAsync();
        using var lead = await EnterAsync(browser.Another(), "lead");
        var edit = await lead.GetAsync($"/units/{committee.First.Id}/edit");
        await edit.Form("保存").Fill("备注", Canary).SendAsync();
        (await administration.ReadAsync(db => db.Set<Complaint>().CountAsync(c => c.Text == Canary))).ShouldBe(1);
    }

    // Every form that someone is shown on any page, with the fields it came with.
    private async Task<List<Form>> FormsAsync(Browser browser)
    {
        await administration.AddAsync("某人", "someone", committee.Branch, PostRole.BranchSecretary);
        await administration.ProposeAccount.RunAsync(administration.System, new(null, "孙悦", "sunyue", administration.PostAt(committee.First, PostRole.Inspector), "需要"), default);
        var forms = new List<Form>();
        foreach (var account in new[] { "lead", "sysadmin", "secadmin" })
        {
            using var one = await EnterAsync(browser.Another(), account);
            foreach (var (path, _, _) in Routes(browser))
            {
                var html = new HtmlDocument();
                using var response = await one.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
                html.LoadHtml(await response.Content.ReadAsStringAsync());
                forms.AddRange(html.DocumentNode.SelectNodes("//form[@method='post']")?.Select(f => FormOf(f, path)) ?? []);
            }
        }

        return [.. forms.DistinctBy(f => (f.Path, f.Handler))];
    }

    private static Form FormOf(HtmlNode form, string page)
    {
        var fields = form.SelectNodes(".//input[@name]|.//select[@name]|.//textarea[@name]")?
            .Select(i => new KeyValuePair<string, string>(i.GetAttributeValue("name", ""), WebUtility.HtmlDecode(i.GetAttributeValue("value", "x")))).ToList() ?? [];
        var action = form.GetAttributeValue("action", "") is { Length: > 0 } told ? told : page;
        return new Form(action, fields.Find(f => f.Key == "_handler").Value ?? "", [.. fields.Where(f => f.Key is not ("_handler" or "__RequestVerificationToken"))]);
    }

    // With a token of the sender's own, so that only permission stands in the way.
    private static async Task<HttpResponseMessage> SendAsync(Browser browser, Form form)
    {
        var page = await browser.GetAsync("/account");
        var token = page.Document.SelectSingleNode("//input[@name='__RequestVerificationToken']")!.GetAttributeValue("value", "");
        var content = new FormUrlEncodedContent([.. form.Fields, new("_handler", form.Handler), new("__RequestVerificationToken", token)]);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, form.Path) { Content = content });
    }

    // Every address that is read, its ids those of a unit; a second time those of an account.
    private List<(string Path, Permission? Needs, bool Anyone)> Routes(Browser browser) =>
        [.. browser.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)) && !e.RoutePattern.RawText!.Contains("**", StringComparison.Ordinal))
            .SelectMany(e => new[] { committee.First.Id, administration.SecurityPerson.AccountId }.Select(id => (Filled(e, id), e.Metadata.GetMetadata<NeedsAttribute>()?.Permission, e.Metadata.GetMetadata<IAllowAnonymous>() is not null)))
            .Distinct()];

    private static string Filled(RouteEndpoint endpoint, Guid id) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart literal ? literal.Content : id.ToString()))));

    // Every row of every table, but for the account of the reader, whose sign-in is written by design before this is taken.
    private async Task<string> DigestAsync()
    {
        await using var db = new YipanqiDb(database.Options, committee.TenantId);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                text.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString())).AppendLine(table);
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
