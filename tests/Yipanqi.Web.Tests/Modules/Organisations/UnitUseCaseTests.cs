using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class UnitUseCaseTests : IDisposable
{
    private static readonly UnitValues Values = new("新名称", "新", "党支部", "支部", true, "7", "注");
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Edit_changes_the_unit_and_says_in_the_journal_what_changed(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var edit = new EditUnit(database!.UnitOfWork, clock);

        (await edit.RunAsync(committee.Lead, new(committee.Branch.Id, 0, Values), default)).IsDone.ShouldBeTrue();

        var view = (await ViewAsync(committee, committee.Branch.Id))!;
        (view.Unit.Name, view.Unit.PeerGroup, view.Unit.SortOrder, view.Version).ShouldBe(("新名称", "支部", 7, 1));
        UnitWords.Of(view.Changes.Single()).ShouldBe("修改名称、简称、类别、排序、备注、参加考评、同类组");
        view.Changes.Single().Who.ShouldBe("周明");
    }

    [Fact]
    public async Task Edit_that_changes_nothing_saves_nothing()
    {
        var committee = await StartAsync(DatabaseKind.Sqlite);
        var edit = new EditUnit(database!.UnitOfWork, clock);
        await edit.RunAsync(committee.Lead, new(committee.Branch.Id, 0, Values), default);

        (await edit.RunAsync(committee.Lead, new(committee.Branch.Id, 1, Values), default)).IsDone.ShouldBeTrue();

        (await ViewAsync(committee, committee.Branch.Id))!.Version.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Edit_tells_the_second_of_two_who_was_first_and_keeps_the_first(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var edit = new EditUnit(database!.UnitOfWork, clock);
        await edit.RunAsync(committee.Lead, new(committee.Branch.Id, 0, Values), default);

        var second = await edit.RunAsync(committee.Lead, new(committee.Branch.Id, 0, Values with { Name = "后来的" }), default);

        second.Refusals.Single().Message.ShouldStartWith("没有保存。周明刚改过这条记录。您填的内容还在");
        (await ViewAsync(committee, committee.Branch.Id))!.Unit.Name.ShouldBe("新名称");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Edit_lets_one_of_many_at_once_win(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var edit = new EditUnit(database!.UnitOfWork, clock);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => edit.RunAsync(committee.Lead, new(committee.Branch.Id, 0, Values with { Name = $"第{i}个" }), default)));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusals[0].Code == EditUnit.RacedCode);
        (await ViewAsync(committee, committee.Branch.Id))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Edit_points_at_every_field_that_is_wrong()
    {
        var committee = await StartAsync(DatabaseKind.Sqlite);
        var wrong = new UnitValues("", new string('长', 61), new string('长', 61), new string('长', 61), true, "-1", new string('长', 2_001));

        var outcome = await new EditUnit(database!.UnitOfWork, clock).RunAsync(committee.Lead, new(committee.Branch.Id, 0, wrong), default);

        outcome.Refusals.Select(r => r.Field).ShouldBe(["Name", "ShortName", "Kind", "PeerGroup", "SortOrder", "Note"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_puts_a_unit_below_its_parent_in_the_same_track(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);

        var added = await new AddUnit(database!.UnitOfWork, clock).RunAsync(committee.Lead, new(committee.SecondOrgan.Id, "A2D1", Values with { ShortName = "" }), default);

        var view = (await ViewAsync(committee, added.Value))!;
        (view.Unit.Code, view.Unit.Track, view.Unit.ParentCode, view.Unit.ShortName).ShouldBe(("A2D1", Track.Administrative, "A2", "新名称"));
        view.Changes.Select(UnitWords.Of).ShouldBe(["新增单位"]);
    }

    [Theory]
    [InlineData("P1", "编码 P1 已经用过")]
    [InlineData("", "编码没有填")]
    [InlineData("A B", "编码里不能有空格")]
    public async Task Add_refuses_a_code_that_is_taken_or_no_code(string code, string message)
    {
        var committee = await StartAsync(DatabaseKind.Sqlite);

        var outcome = await new AddUnit(database!.UnitOfWork, clock).RunAsync(committee.Lead, new(committee.First.Id, code, Values), default);

        outcome.Refusals.Single().Field.ShouldBe("Code");
        outcome.Refusals.Single().Message.ShouldStartWith(message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Link_and_unlink_work_from_either_side_and_twice_is_once(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var (link, unlink) = (new LinkUnits(database!.UnitOfWork, clock), new UnlinkUnits(database.UnitOfWork, clock));

        await link.RunAsync(committee.Lead, new(committee.Second.Id, Picked.Of("A1")), default);
        await link.RunAsync(committee.Lead, new(committee.FirstOrgan.Id, Picked.Of("乙局机关党委")), default);
        clock.Advance(TimeSpan.FromMinutes(1));
        await unlink.RunAsync(committee.Lead, new(committee.SecondOrgan.Id, committee.Second.Id), default);
        await unlink.RunAsync(committee.Lead, new(committee.SecondOrgan.Id, committee.Second.Id), default);

        var view = (await ViewAsync(committee, committee.Second.Id))!;
        view.Linked.Select(u => u.Code).ShouldBe(["A1"]);
        view.Changes.Select(UnitWords.Of).ShouldBe(["取消对应行政单位", "对应行政单位"]);
    }

    [Fact]
    public async Task Link_refuses_a_unit_of_the_same_track_or_none()
    {
        var committee = await StartAsync(DatabaseKind.Sqlite);
        var link = new LinkUnits(database!.UnitOfWork, clock);

        (await link.RunAsync(committee.Lead, new(committee.Second.Id, Picked.Of("P1")), default)).Refusals.Single().Field.ShouldBe("Other");
        (await link.RunAsync(committee.Lead, new(committee.Second.Id, Picked.Of("")), default)).Refusals.Single().Field.ShouldBe("Other");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_changes_a_unit_outside_their_subtree_or_tenant(DatabaseKind kind)
    {
        var committee = await StartAsync(kind);
        var officer = committee.ActorAt(PostRole.WorkCommitteeOfficer, committee.First, committee.FirstOrgan);
        foreach (var actor in new[] { officer, committee.FirstOfficer, committee.Lead with { TenantId = Guid.CreateVersion7() } })
        {
            IReadOnlyList<Refusal>[] refusals =
            [
                (await new EditUnit(database!.UnitOfWork, clock).RunAsync(actor, new(committee.Second.Id, 0, Values), default)).Refusals,
                (await new AddUnit(database.UnitOfWork, clock).RunAsync(actor, new(committee.Second.Id, "NEU", Values), default)).Refusals,
                (await new LinkUnits(database.UnitOfWork, clock).RunAsync(actor, new(committee.Second.Id, Picked.Of("A1")), default)).Refusals,
                (await new UnlinkUnits(database.UnitOfWork, clock).RunAsync(actor, new(committee.Second.Id, committee.SecondOrgan.Id), default)).Refusals,
            ];

            refusals.ShouldAllBe(r => r.Single().Code == "unit.absent");
        }

        (await new LinkUnits(database!.UnitOfWork, clock).RunAsync(officer, new(committee.First.Id, Picked.Of("A2")), default)).Refusals.Single().Code.ShouldBe("pick.absent");
        (await database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().CountAsync(), default)).ShouldBe(1);
    }

    public void Dispose() => database?.Dispose();

    private async Task<Committee> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        return await Committee.FoundAsync(database, clock);
    }

    private Task<UnitView?> ViewAsync(Committee committee, Guid id) => new UnitQuery(database!.UnitOfWork).FindAsync(committee.Lead, id, default);
}
