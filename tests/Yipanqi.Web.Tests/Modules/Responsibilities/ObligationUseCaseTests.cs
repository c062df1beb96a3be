using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Evidence;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class ObligationUseCaseTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7"u8, .. new byte[100]];

    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_as_absent_for_others_as_one_that_never_was(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var id = (await ground.OfAsync(ground.Committee.Branch, "2026M10")).Id;
        var other = await Committee.FoundAsync(database, clock, "other");
        var neighbour = await ground.PersonAsync("邻支书", PostRole.BranchSecretary, ground.Committee.OtherBranch);

        foreach (var actor in new[] { other.Lead, neighbour, ground.Lead, ground.Office, ground.PartyGroup })
        {
            (await ground.Claim.RunAsync(actor, id, default)).Refusals.Single().Code.ShouldBe("obligation.absent");
            (await ground.Complete.RunAsync(actor, new(id, 0, "办结", "", null), default)).Refusals.Single().Code.ShouldBe("obligation.absent");
            (await ground.Ask.RunAsync(actor, new(id, RequestKind.Exemption, null, "理由"), default)).Refusals.Single().Code.ShouldBe("obligation.absent");
        }

        (await ground.Complete.RunAsync(ground.Secretary, new(id, 0, "办结", "", null), default)).Refusals.ShouldBeEmpty();
        foreach (var actor in new[] { other.Lead, neighbour, ground.Secretary, ground.PartyGroup })
        {
            (await ground.AcceptAsync(actor, "", [id])).Refusals.Single().Code.ShouldBe("obligation.absent");
            (await ground.Return.RunAsync(actor, new(id, 1, "缺记录"), default)).Refusals.Single().Code.ShouldBe("obligation.absent");
        }

        (await ground.Obligations.FindAsync(other.Lead, id, default)).ShouldBeNull();
        (await ground.Obligations.FindAsync(neighbour, id, default)).ShouldBeNull();
        (await ground.Obligations.FindAsync(ground.PartyGroup, id, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_accepted_only_as_it_was_read(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var id = (await ground.OfAsync(ground.Committee.Branch, "2026M10")).Id;
        (await ground.Complete.RunAsync(ground.Secretary, new(id, 0, "开了会", "", null), default)).Refusals.ShouldBeEmpty();
        var read = (await ground.OneAsync(id)).Version;
        (await ground.TakeBack.RunAsync(ground.Secretary, id, default)).Refusals.ShouldBeEmpty();
        (await ground.Complete.RunAsync(ground.Secretary, new(id, (await ground.OneAsync(id)).Version, "没有开会，材料传阅", "", null), default)).Refusals.ShouldBeEmpty();

        (await ground.Accept.RunAsync(ground.Office, new([(id, read)], ""), default)).Refusals.Single().Code.ShouldBe("obligation.moved");

        (await ground.OneAsync(id)).State.ShouldBe(ObligationState.Submitted);
        (await ground.AcceptAsync(ground.Office, "", id)).Value.Accepted.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_claimed_done_returned_done_again_and_accepted_by_the_level_above(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var id = (await ground.OfAsync(ground.Committee.Branch, "2026M10")).Id;

        (await ground.Claim.RunAsync(ground.Secretary, id, default)).Refusals.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(1));
        (await ground.Complete.RunAsync(ground.Secretary, new(id, 1, " 开了会 ", "会议记录", new GivenFile("记录.pdf", Pdf)), default)).Refusals.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(1));
        (await ground.Return.RunAsync(ground.Office, new(id, 2, "没有写结果"), default)).Refusals.ShouldBeEmpty();
        (await ground.Complete.RunAsync(ground.Secretary, new(id, 2, "再办", "", null), default)).Refusals.Single().Code.ShouldBe("obligation.moved");
        clock.Advance(TimeSpan.FromMinutes(1));
        (await ground.Complete.RunAsync(ground.Secretary, new(id, 3, "定了三件事，都有人办", "", null), default)).Refusals.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(1));
        (await ground.AcceptAsync(ground.Office, "同意", [id])).Value.ShouldBe(new AcceptObligations.Answer(1, 0));

        var view = (await ground.Obligations.FindAsync(ground.Secretary, id, default))!;
        (view.Row.State, view.Row.Result, view.Row.DoneDay).ShouldBe((ObligationState.Accepted, "定了三件事，都有人办", new DateOnly(2026, 10, 12)));
        view.Marks.Select(m => m.Action).ShouldBe(["obligation.accepted", "obligation.completed", "obligation.returned", "obligation.completed", "obligation.claimed"]);
        view.Marks[2].Reason.ShouldBe("没有写结果");
        view.Holders.ShouldBe(["陈立"]);
        var kept = view.Evidence.Single();
        (kept.Text, kept.FileName, kept.Length).ShouldBe(("会议记录", "记录.pdf", Pdf.Length));
        (await ground.Obligations.FileAsync(ground.Office, id, kept.Id, default))!.Content.ShouldBe(Pdf);
        (await ground.Obligations.FileAsync(ground.PartyGroup, id, kept.Id, default)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_never_decided_by_whoever_did_it(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var id = (await ground.OfAsync(ground.Committee.Branch, "2026M10")).Id;
        await ground.SaveAsync(async db => db.Add(Post.New(
            await db.Set<Person>().SingleAsync(p => p.Id == ground.Office.PersonId), ground.Committee.Branch, PostRole.BranchSecretary, "兼书记", new DateOnly(2026, 1, 1))));

        (await ground.Complete.RunAsync(ground.Office, new(id, 0, "办结", "", null), default)).Refusals.ShouldBeEmpty();

        (await ground.AcceptAsync(ground.Office, "", [id])).Refusals.Single().Code.ShouldBe("obligation.own");
        (await ground.Return.RunAsync(ground.Office, new(id, 1, "缺记录"), default)).Refusals.Single().Code.ShouldBe("obligation.own");
        (await ground.Obligations.ChosenAsync(ground.Office, [id], default)).ShouldBeEmpty();
        (await ground.AcceptAsync(ground.Lead, "", [id])).Refusals.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Follows_the_post_to_a_new_holder(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var id = (await ground.OfAsync(ground.Committee.Branch, "2026M10")).Id;
        await ground.SaveAsync(async db => (await db.Set<Post>().SingleAsync(p => p.PersonId == ground.Secretary.PersonId)).EndWith(new DateOnly(2026, 10, 11)));
        var successor = await ground.PersonAsync("新书记", PostRole.BranchSecretary, ground.Committee.Branch);

        (await ground.Claim.RunAsync(ground.Secretary, id, default)).Refusals.Single().Code.ShouldBe("obligation.absent");
        (await ground.Claim.RunAsync(successor, id, default)).Refusals.ShouldBeEmpty();
        (await ground.Obligations.MineAsync(ground.Secretary, new DateOnly(2026, 12, 31), default)).Lines.ShouldBeEmpty();
        (await ground.Obligations.MineAsync(successor, new DateOnly(2026, 12, 31), default)).Lines.Count.ShouldBe(4);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_put_off_exempted_or_handed_back_when_the_level_above_allows(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var (late, later, last) = (await ground.OfAsync(ground.Committee.Branch, "2026M09"), await ground.OfAsync(ground.Committee.Branch, "2026M10"), await ground.OfAsync(ground.Committee.Branch, "2026M11"));

        (await ground.Ask.RunAsync(ground.Secretary, new(late.Id, RequestKind.Extension, late.DueDay, "等材料"), default)).Refusals.Single().Field.ShouldBe("Day");
        (await ground.Ask.RunAsync(ground.Secretary, new(late.Id, RequestKind.Extension, new DateOnly(2026, 10, 20), " "), default)).Refusals.Single().Field.ShouldBe("Reason");
        (await ground.Ask.RunAsync(ground.Secretary, new(late.Id, RequestKind.Extension, new DateOnly(2026, 10, 20), "等材料"), default)).Refusals.ShouldBeEmpty();
        (await ground.Ask.RunAsync(ground.Secretary, new(late.Id, RequestKind.Exemption, null, "再申请"), default)).Refusals.Single().Code.ShouldBe("obligation.moved");
        await ground.Ask.RunAsync(ground.Secretary, new(later.Id, RequestKind.Exemption, null, "支部整体抽调"), default);
        await ground.Ask.RunAsync(ground.Secretary, new(last.Id, RequestKind.Decline, null, "不属于本支部"), default);
        (await ground.Answer.RunAsync(ground.Secretary, new(late.Id, 1, true, ""), default)).Refusals.Single().Code.ShouldBe("obligation.absent");
        (await ground.Answer.RunAsync(ground.Office, new(last.Id, 1, false, ""), default)).Refusals.Single().Field.ShouldBe("Words");
        (await ground.Answer.RunAsync(ground.Office, new(late.Id, 1, true, ""), default)).Refusals.ShouldBeEmpty();
        (await ground.Answer.RunAsync(ground.Office, new(later.Id, 1, true, ""), default)).Refusals.ShouldBeEmpty();
        (await ground.Answer.RunAsync(ground.Office, new(last.Id, 1, false, "是支部的责任"), default)).Refusals.ShouldBeEmpty();

        late = await ground.OneAsync(late.Id);
        (late.DueDay, late.IsExtended, late.State).ShouldBe((new DateOnly(2026, 10, 20), true, ObligationState.Open));
        (await ground.OneAsync(later.Id)).State.ShouldBe(ObligationState.Exempt);
        last = await ground.OneAsync(last.Id);
        (last.State, last.Decision, last.Request).ShouldBe((ObligationState.Open, "是支部的责任", null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_accepted_many_at_once_but_for_those_outside(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        var neighbour = await ground.PersonAsync("邻支书", PostRole.BranchSecretary, ground.Committee.OtherBranch);
        var all = await ground.AllAsync();
        foreach (var one in all.Where(o => o.UnitId == ground.Committee.Branch.Id))
        {
            (await ground.Complete.RunAsync(ground.Secretary, new(one.Id, 0, "办结", "", null), default)).Refusals.ShouldBeEmpty();
        }

        var answer = (await ground.AcceptAsync(ground.Office, "", [.. all.Select(o => o.Id), Guid.NewGuid()])).Value;

        answer.ShouldBe(new AcceptObligations.Answer(4, 5));
        (await ground.JournalAsync("obligation.accepted")).Count.ShouldBe(4);
        (await ground.AcceptAsync(neighbour, "", [all[0].Id])).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "", "Result")]
    [InlineData("long", "", "Result")]
    [InlineData("办结", "large.pdf", "File")]
    [InlineData("办结", "script.html", "File")]
    [InlineData("办结", "wrong.png", "File")]
    public async Task Refuses_no_sentence_and_files_that_are_not_kept_and_changes_nothing(string result, string file, string field)
    {
        using var database = new TestDatabase(DatabaseKind.Sqlite);
        var ground = await StartAsync(database);
        var one = await ground.OfAsync(ground.Committee.Branch, "2026M10");
        var content = file == "large.pdf" ? [.. "%PDF-"u8, .. new byte[EvidenceRules.MostBytes]] : Pdf;

        var refused = await ground.Complete.RunAsync(
            ground.Secretary, new(one.Id, 0, result == "long" ? new string('字', Obligation.TextLength + 1) : result, "", file.Length > 0 ? new GivenFile(file, content) : null), default);

        refused.Refusals.Single().Field.ShouldBe(field);
        (await ground.OneAsync(one.Id)).State.ShouldBe(ObligationState.Open);
        (await database.UnitOfWork.ReadAsync(ground.Committee.TenantId, db => db.Set<EvidenceItem>().CountAsync(), default)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_a_file_once_however_often_it_is_handed_in(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await StartAsync(database);
        foreach (var period in new[] { "2026M10", "2026M11" })
        {
            await ground.Complete.RunAsync(ground.Secretary, new((await ground.OfAsync(ground.Committee.Branch, period)).Id, 0, "办结", "", new GivenFile("记录.pdf", Pdf)), default);
        }

        var (items, files) = await database.UnitOfWork.ReadAsync(ground.Committee.TenantId, async db => (await db.Set<EvidenceItem>().CountAsync(), await db.Set<EvidenceFile>().CountAsync()), default);

        (items, files).ShouldBe((2, 1));
    }

    // Two branches with a monthly duty since September.
    private async Task<DutiesGround> StartAsync(TestDatabase database)
    {
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("B-1"));
        (await ground.Generate.RunAsync(ground.Officer, 2026, default)).Refusals.ShouldBeEmpty();
        return ground;
    }
}
