using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Modules.Organisations.Peers;
using Yipanqi.Web.Modules.PublicService;
using Yipanqi.Web.Shell.Undo;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Shell;

public sealed class UndoTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    private UndoChange Undo => new(database!.UnitOfWork, [new RestoreUnits(), new RestoreLink(), new RestoreAnswer()], clock);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Puts_back_all_units_of_one_change_at_once(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var assess = new AssessUnits(database!.UnitOfWork, clock);

        var done = (await assess.RunAsync(committee.Lead, new([committee.Branch.Id, committee.OtherBranch.Id], true, "支部组"), default)).Value;
        clock.Advance(TimeSpan.FromMinutes(1));
        var undone = await Undo.RunAsync(committee.Lead, done.Undo!.Value, default);

        done.Changed.ShouldBe(2);
        undone.Value.ShouldBe("修改 2 个单位");
        (await UnitsAsync(committee)).Where(u => u.Id == committee.Branch.Id || u.Id == committee.OtherBranch.Id).ShouldAllBe(u => !u.IsAssessed && u.PeerGroupId == null);
        (await ActionsAsync(committee)).ShouldBe(["unit.set", "unit.restored"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_peer_group_closed_since_is_open_again_with_the_units_put_back_into_it(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var assess = new AssessUnits(database!.UnitOfWork, clock);
        await assess.RunAsync(committee.Lead, new([committee.Branch.Id], true, "原来的组"), default);
        var moved = (await assess.RunAsync(committee.Lead, new([committee.Branch.Id], true, "新组"), default)).Value;
        async Task<PeerGroup> GroupAsync() => await database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<PeerGroup>().SingleAsync(g => g.Name == "原来的组"), default);
        var left = await GroupAsync();
        (await new ClosePeerGroup(database.UnitOfWork, clock).RunAsync(committee.Lead, new(left.Id, left.Version, "没有单位了"), default)).Refusals.ShouldBeEmpty();

        (await Undo.RunAsync(committee.Lead, moved.Undo!.Value, default)).IsDone.ShouldBeTrue();

        (await UnitsAsync(committee)).Single(u => u.Id == committee.Branch.Id).PeerGroupId.ShouldBe(left.Id);
        (await GroupAsync()).ClosedDay.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changes_nothing_where_someone_has_changed_one_of_them_since(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var assess = new AssessUnits(database!.UnitOfWork, clock);
        var done = (await assess.RunAsync(committee.Lead, new([committee.Branch.Id, committee.OtherBranch.Id], true, null), default)).Value;
        await new EditUnit(database.UnitOfWork, clock).RunAsync(committee.Lead, new(committee.Branch.Id, 1, new("改过的", "改", "", "", true, "1", "")), default);

        var undone = await Undo.RunAsync(committee.Lead, done.Undo!.Value, default);

        undone.Refusals.Single().Code.ShouldBe("undo.raced");
        undone.Refusals.Single().Message.ShouldContain("周明后来又改过“改过的”");
        (await UnitsAsync(committee)).Single(u => u.Id == committee.OtherBranch.Id).IsAssessed.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_offered_once_for_ten_minutes_to_the_one_who_made_the_change(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var unlink = new UnlinkUnits(database!.UnitOfWork, clock);
        var offer = (await unlink.RunAsync(committee.Lead, new(committee.First.Id, committee.FirstOrgan.Id), default)).Value!.Value;

        (await Undo.RunAsync(committee.Lead with { PersonId = Guid.CreateVersion7() }, offer, default)).Refusals.Single().Code.ShouldBe("undo.over");
        (await Undo.RunAsync(committee.Lead with { TenantId = Guid.CreateVersion7() }, offer, default)).Refusals.Single().Code.ShouldBe("undo.over");
        (await Undo.RunAsync(committee.Lead with { Grants = [] }, offer, default)).Refusals.Single().Code.ShouldBe("unit.absent");
        (await Undo.RunAsync(committee.Lead, offer, default)).IsDone.ShouldBeTrue();
        (await Undo.RunAsync(committee.Lead, offer, default)).Refusals.Single().Code.ShouldBe("undo.over");

        offer = (await unlink.RunAsync(committee.Lead, new(committee.First.Id, committee.FirstOrgan.Id), default)).Value!.Value;
        (await new UndoQuery(database.UnitOfWork, clock).OpenAsync(committee.Lead, default)).Single().Id.ShouldBe(offer);
        clock.Advance(UndoOffer.Lifetime + TimeSpan.FromSeconds(1));
        (await Undo.RunAsync(committee.Lead, offer, default)).Refusals.Single().Code.ShouldBe("undo.over");
        (await new UndoQuery(database.UnitOfWork, clock).OpenAsync(committee.Lead, default)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_a_link_alone_that_was_tied_again_since(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var unlink = new UnlinkUnits(database!.UnitOfWork, clock);
        var offer = (await unlink.RunAsync(committee.Lead, new(committee.First.Id, committee.FirstOrgan.Id), default)).Value!.Value;
        await new LinkUnits(database.UnitOfWork, clock).RunAsync(committee.Lead, new(committee.First.Id, Picked.Of("A1")), default);

        (await Undo.RunAsync(committee.Lead, offer, default)).Refusals.Single().Code.ShouldBe("undo.raced");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_many_only_those_one_may_change_are_changed_and_the_others_are_named(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var officer = committee.ActorAt(PostRole.WorkCommitteeOfficer, committee.First, committee.FirstOrgan);

        var done = (await new AssessUnits(database!.UnitOfWork, clock).RunAsync(officer, new([committee.Branch.Id, committee.Second.Id], true, null), default)).Value;

        (done.Changed, done.Left.Single()).ShouldBe((1, committee.Second.Id));
        (await UnitsAsync(committee)).Single(u => u.Id == committee.Second.Id).IsAssessed.ShouldBeFalse();
    }

    [Fact]
    public async Task Is_a_button_on_the_notice_and_on_the_page_of_ones_own_work()
    {
        var now = new TestClock(TimeProvider.System.GetUtcNow());
        database = new TestDatabase(DatabaseKind.Sqlite);
        var committee = await Committee.FoundAsync(database, now);
        using var browser = Browser.Start(database, now);
        await browser.SignInAsync();
        var several = await browser.GetAsync($"/units/several?id={committee.Branch.Id}&id={committee.OtherBranch.Id}&id={Guid.NewGuid()}");
        several.Text.ShouldContain("选了 2 个，可以改 2 个");
        var empty = await several.Form("修改 2 个单位").SendAsync();
        empty.Text.ShouldContain("请至少选一项");

        var done = await several.Form("修改 2 个单位").Choose("参加考评", "是").SendAsync();

        done.Text.ShouldContain("已修改 2 个单位");
        (await browser.GetAsync("/progress")).Text.ShouldContain("修改 2 个单位");
        var undone = await done.Form("撤销：已修改 2 个单位").SendAsync();
        undone.Text.ShouldContain("已撤销");
        (await browser.GetAsync("/progress")).Text.ShouldContain("现在没有可以撤销的操作");
    }

    [Fact]
    public async Task Takes_back_the_answer_to_a_complaint()
    {
        var now = new TestClock(TimeProvider.System.GetUtcNow());
        database = new TestDatabase(DatabaseKind.Sqlite);
        await Committee.FoundAsync(database, now);
        using var browser = Browser.Start(database, now);
        await (await browser.GetAsync("/complaints/new")).Form("提交").Fill("要反映的事", "同一张表报了三次。").SendAsync();
        await browser.SignInAsync();

        var listed = await browser.GetAsync("/complaints");
        var opened = await browser.GetAsync(listed.Document.SelectSingleNode("//table//tbody//a")!.GetAttributeValue("href", ""));
        var answered = await opened.Form("答复").Fill("答复", "答错了地方").SendAsync();
        var undone = await answered.Form("撤销：已答复").SendAsync();

        undone.Rows("收到的投诉建议").Single()[3].ShouldBe("未答复");
        (await browser.GetAsync(opened.Path)).Text.ShouldNotContain("答错了地方");
    }

    public void Dispose() => database?.Dispose();

    private async Task<Committee> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return await Committee.FoundAsync(database, clock);
    }

    private Task<List<Unit>> UnitsAsync(Committee committee) => database!.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Unit>().ToListAsync(), default);

    private Task<List<string>> ActionsAsync(Committee committee) => database!.UnitOfWork.ReadAsync(
        committee.TenantId, db => db.Set<JournalEntry>().Where(e => e.Action.StartsWith("unit.")).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync(), default);
}
