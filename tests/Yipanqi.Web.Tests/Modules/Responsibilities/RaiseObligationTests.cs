using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class RaiseObligationTests
{
    private const string Text = "一名党员转出，名册没有更新";

    private static readonly DateOnly Day = new(2026, 10, 9);

    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_refused_to_whoever_neither_has_the_duty_nor_stands_above(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var other = await Committee.FoundAsync(database, clock, "other");
        var neighbour = await ground.PersonAsync("邻支书", PostRole.BranchSecretary, ground.Committee.OtherBranch);

        foreach (var actor in new[] { neighbour, ground.PartyGroup })
        {
            var refusal = (await ground.Raise.RunAsync(actor, Input(ground.Committee.Branch), default)).Refusals.Single();
            (refusal.Code, refusal.Field).ShouldBe(("pick.absent", "Unit"));
        }

        (await ground.Raise.RunAsync(other.Lead, Input(ground.Committee.Branch), default)).Refusals.Single().Code.ShouldBe("event.duty");
        (await ground.AllAsync()).ShouldBeEmpty();
        (await ground.Events.OwnAsync(other.Lead, default)).Duties.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gives_the_holder_an_obligation_due_in_working_days_from_the_day_it_happened(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);

        var id = (await ground.Raise.RunAsync(ground.Secretary, Input(ground.Committee.Branch), default)).Value;

        // 9 October is a Friday; Saturday the 10th is worked in 2026 to make up for the holidays, and Monday the 12th is the second working day.
        var raised = await ground.OneAsync(id);
        (raised.DueDay, raised.IsProvisional, raised.State, raised.EventText).ShouldBe((new DateOnly(2026, 10, 12), false, ObligationState.Claimed, Text));
        raised.PeriodKey.ShouldStartWith("2026E1009-");
        (await ground.Obligations.MineAsync(ground.Secretary, new DateOnly(2026, 12, 31), default)).Lines.Single().EventText.ShouldBe(Text);
        (await ground.Obligations.PageAsync(ground.Office, ObligationFilter.Read(name => name == "q" ? "名册没有" : null), 1, default)).List.Rows.Single().Id.ShouldBe(id);
        var entry = (await ground.JournalAsync("obligation.raised")).Single();
        (entry.ActorId, entry.Reason, entry.SubjectId).ShouldBe((ground.Secretary.PersonId, Text, id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_once_however_often_it_is_sent_and_anew_for_another_event(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);

        var first = (await ground.Raise.RunAsync(ground.Secretary, Input(ground.Committee.Branch), default)).Value;
        var again = (await ground.Raise.RunAsync(ground.Secretary, Input(ground.Committee.Branch, text: $" {Text} "), default)).Value;
        var fromAbove = (await ground.Raise.RunAsync(ground.Office, Input(ground.Committee.Branch), default)).Value;
        var other = (await ground.Raise.RunAsync(ground.Secretary, Input(ground.Committee.Branch, text: "又一名党员转入"), default)).Value;
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ground.Raise.RunAsync(ground.Secretary, Input(ground.Committee.Branch, text: "两人同时登记"), default)));

        (again, fromAbove).ShouldBe((first, first));
        other.ShouldNotBe(first);
        both[0].Value.ShouldBe(both[1].Value);
        (await ground.AllAsync()).Count.ShouldBe(3);
        (await ground.JournalAsync("obligation.raised")).Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_open_for_the_unit_below_where_the_level_above_registers_it(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);

        var id = (await ground.Raise.RunAsync(ground.Office, Input(ground.Committee.Branch), default)).Value;
        var wrongLevel = await ground.Raise.RunAsync(ground.Lead, Input(ground.Committee.First), default);
        var own = await ground.Raise.RunAsync(ground.Office, Input(ground.Committee.First, code: "C-9"), default);
        var ownElsewhere = await ground.Raise.RunAsync(await ground.PersonAsync("另一人", PostRole.WorkCommitteeLead, ground.Committee.First), Input(ground.Committee.First, code: "C-9"), default);

        (await ground.OneAsync(id)).State.ShouldBe(ObligationState.Open);
        (await ground.Complete.RunAsync(ground.Secretary, new(id, 0, "名册已更新", "", null), default)).Refusals.ShouldBeEmpty();
        (await ground.AcceptAsync(ground.Office, "", [id])).Refusals.ShouldBeEmpty();
        wrongLevel.Refusals.Single().Code.ShouldBe("event.level");
        own.Refusals.ShouldBeEmpty();
        ownElsewhere.Refusals.Single().Code.ShouldBe("event.own");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_refused_for_a_wrong_day_without_a_sentence_and_for_duties_that_no_event_asks_for(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var before = await ground.ListAsync("Y", DutiesGround.Fields("B-8", frequency: "遇事即办", due: "发生后9日"));

        (await CodesAsync(Input(ground.Committee.Branch, day: new DateOnly(2026, 10, 13)))).ShouldBe(["event.day"]);
        (await CodesAsync(Input(ground.Committee.Branch, day: new DateOnly(2025, 10, 11)))).ShouldBe(["event.day"]);
        (await CodesAsync(Input(ground.Committee.Branch, day: new DateOnly(2026, 8, 31)))).ShouldBe(["event.day"]);
        (await CodesAsync(Input(ground.Committee.Branch) with { Day = null, Text = " " })).ShouldBe(["event.day", "event.text"]);
        (await CodesAsync(Input(ground.Committee.Branch, text: new string('事', 501)))).ShouldBe(["event.text"]);
        (await CodesAsync(Input(ground.Committee.Branch, code: "B-1"))).ShouldBe(["event.duty"]);
        (await CodesAsync(Input(ground.Committee.Branch, code: "X-1"))).ShouldBe(["event.duty"]);
        (await ground.AllAsync()).ShouldBeEmpty();
        (await CodesAsync(Input(ground.Committee.Branch, code: "B-8"))).ShouldBeEmpty();
        before.ShouldNotBe(Guid.Empty);

        async Task<List<string>> CodesAsync(RaiseObligation.Input input) => [.. (await ground.Raise.RunAsync(ground.Secretary, input, default)).Refusals.Select(r => r.Code)];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waits_with_the_day_where_the_calendar_lacks(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        await ground.ListAsync("Y", DutiesGround.Fields("B-8", frequency: "遇事即办", due: "发生后90个工作日"));

        var id = (await ground.Raise.RunAsync(ground.Secretary, Input(ground.Committee.Branch, code: "B-8"), default)).Value;

        (await ground.OneAsync(id)).IsProvisional.ShouldBeTrue();
        (await ground.Settle.RunAsync(ground.Committee.TenantId, default)).Value.Recounted.ShouldBe(0);
    }

    [Fact]
    public async Task Goes_from_the_page_of_what_is_due_to_the_obligation_and_back_with_what_was_typed()
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await StartAsync(database);
        using var browser = Browser.Start(database, clock);
        await browser.SignInAsync();

        var page = await (await browser.GetAsync("/duties")).ClickAsync("给下级登记遇事即办");
        var refused = await page.Form("登记").Fill("哪项责任", "B-9").Fill("一句话写明发生了什么", Text).SendAsync();
        var raised = await refused.Form("登记").Fill("哪个下级单位的事", ground.Committee.Branch.Code).Fill("哪一天发生的", "2026-10-09").SendAsync();
        var listed = await browser.GetAsync("/duties");
        var mine = await browser.GetAsync("/my-due/event");

        refused.Text.ShouldContain("请填哪一天发生的");
        refused.Form("登记")["一句话写明发生了什么"].ShouldBe(Text);
        raised.Text.ShouldContain(Text);
        raised.Text.ShouldContain("2026年10月9日发生");
        listed.Text.ShouldContain(Text);
        mine.Text.ShouldContain("没有遇事即办的责任");
        System.Text.Encoding.UTF8.GetString((await browser.DownloadAsync("/duties/export?format=csv")).Bytes).ShouldContain(Text);
    }

    private static RaiseObligation.Input Input(Unit unit, DateOnly? day = null, string text = Text, string code = "B-9") => new(code, Picked.Of(unit.Id.ToString()), day ?? Day, text);

    // A branch's and a Party committee's duty of events, and one of the month that nobody generated.
    private async Task<DutiesGround> StartAsync(TestDatabase database)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync(
            "X", DutiesGround.Fields("B-9", frequency: "遇事即办", due: "发生后2个工作日"), DutiesGround.Fields("C-9", "机关党委", "遇事即办", "发生后5日"), DutiesGround.Fields("B-1"));
        return ground;
    }
}
