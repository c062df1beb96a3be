using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;
using static Yipanqi.Web.Tests.Modules.Assessment.Reports.ReportGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Reports;

public sealed class RaceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Names_those_whose_whole_interval_lies_in_a_third(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var ranking = (await made.Ground.Ranking.FindAsync(made.Lead, Q3, false, null, default))!;

        var group = (await made.Race.FindAsync(made.Lead, Q3, null, default))!.Groups.Single();

        group.Leaders.Select(l => l.UnitId).ShouldBe(ranking.Rows.Where(r => r.Verdict == RankStanding.Leader).Select(r => r.UnitId));
        group.Laggards.Select(l => l.UnitId).ShouldBe(ranking.Rows.Where(r => r.Verdict == RankStanding.Laggard).Select(r => r.UnitId));
        (group.Leaders.Count + group.Laggards.Count + group.Undecided, group.Unranked, group.Third).ShouldBe((6, 0, 2));
        group.Leaders.ShouldAllBe(l => l.RankHigh <= group.Third);
        group.Laggards.ShouldAllBe(l => l.RankLow > group.Ranked - group.Third);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_neither_another_subtree_nor_another_committee(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var other = await Committee.FoundAsync(made.Ground.Database, made.Ground.Clock, "other");
        var spy = other.Lead with { Grants = [.. other.Lead.Grants, .. made.Lead.Grants] };
        await made.TalkAsync(made.Lead, made.Ground.Committee.Second);

        var group = (await made.Race.FindAsync(made.Office, Q3, null, default))!.Groups.Single();

        (group.Leaders.Count + group.Laggards.Count + group.Undecided, group.Ranked).ShouldBe((1, 6));
        (await made.Years.FindAsync(made.Office, null, null, 1, default))!.Page.Rows.Select(l => l.Code).ShouldBe(["P1"]);
        (await made.Talks.FindAsync(made.Office, Q3, new(TalksQuery.Show.Written, null), 1, default))!.Page.Rows.ShouldBeEmpty();
        (await made.Talks.OneAsync(made.Office, made.Ground.Committee.Second.Id, Q3, default)).ShouldBeNull();
        (await made.Race.FindAsync(spy, Q3, null, default)).ShouldBeNull();
        (await made.Years.FindAsync(spy, null, null, 1, default)).ShouldBeNull();
        (await made.Talks.FindAsync(spy, Q3, new(TalksQuery.Show.Written, null), 1, default)).ShouldBeNull();
        (await new ExamplesQuery(made.UnitOfWork).FindAsync(spy, null, 1, default)).Rows.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Puts_the_quarters_of_a_year_side_by_side_without_a_figure_of_the_year(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);

        var view = (await made.Years.FindAsync(made.Lead, 2026, null, 1, default))!;

        view.Quarters.Select(q => q.Quarter).ShouldBe([Q2, Q3]);
        var first = view.Page.Rows.Single(l => l.Code == "P1");
        first.Cells.Select(c => c!.Rank).ShouldBe([1, 6]);
        first.Change.ShouldNotBeNull().ShouldBe(-30, 1e-9);
        (first.Moved, first.IsBeyondChance).ShouldBe((-5, true));
        view.Page.Rows.Select(l => l.Cells[^1]!.Rank).ShouldBe([1, 2, 3, 4, 5, 6]);
        (await made.Years.FindAsync(made.Lead, 1999, null, 1, default))!.Year.ShouldBe(2026);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lets_the_organisation_talk_and_the_level_above_comment(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var c = made.Ground.Committee;
        var neighbour = c.ActorAt(PostRole.PartyCommitteeOfficer, c.Second, c.SecondOrgan) with { PersonId = Guid.NewGuid() };

        var foreign = await made.TalkAsync(neighbour);
        var empty = await made.TalkAsync(made.Office, highlights: " ");
        var half = await made.TalkAsync(made.Office, title: "只有名称");
        (await made.TalkAsync(made.Office, title: "双签字", example: "每项问题两人签字。")).Refusals.ShouldBeEmpty();
        var level = await made.CommentAsync(made.Office with { PersonId = Guid.NewGuid() });
        var own = await made.CommentAsync(made.Lead with { PersonId = made.Office.PersonId });
        var wordless = await made.CommentAsync(made.Lead, " ");
        (await made.CommentAsync(made.Lead, spread: true)).Refusals.ShouldBeEmpty();
        var late = await made.TalkAsync(made.Office, highlights: "改一改");
        var one = (await made.Talks.OneAsync(made.Lead, c.First.Id, Q3, default))!;

        (foreign.Refusals.Single().Code, empty.Refusals.Single().Field, half.Refusals.Single().Field).ShouldBe(("talk.absent", "Highlights", "Example"));
        (level.Refusals.Single().Code, own.Refusals.Single().Code, wordless.Refusals.Single().Field).ShouldBe(("talk.absent", "talk.own", "Comment"));
        late.Refusals.Single().Code.ShouldBe("talk.commented");
        (one.Line.Highlights, one.Line.Comment, one.Line.IsSpread, one.MayWrite).ShouldBe(("整改见效。", "做法实在。", true, false));
        (await made.UnitOfWork.ReadAsync(c.TenantId, db => db.Set<JournalEntry>().Where(e => e.SubjectType == nameof(StageTalk)).Select(e => e.Action).ToListAsync(), default))
            .ShouldBe(["talk.written", "talk.commented"], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Spreads_an_example_to_all_but_nothing_else_of_the_talk(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var c = made.Ground.Committee;
        await made.TalkAsync(made.Lead, c.Second, title: "楼道里的支部会", example: "住户列席，现场定事。");
        var asked = made.Officer;

        var before = await new ExamplesQuery(made.UnitOfWork).FindAsync(made.Office, null, 1, default);
        (await made.CommentAsync(asked, spread: true, unit: c.Second)).Refusals.ShouldBeEmpty();
        var after = await new ExamplesQuery(made.UnitOfWork).FindAsync(made.Office, "列席", 1, default);

        before.Rows.ShouldBeEmpty();
        after.Rows.Single().ShouldBe(new ExamplesQuery.Line(Q3, c.Second.Id, "乙局机关党委", "楼道里的支部会", "住户列席，现场定事。"));
        (await new ExamplesQuery(made.UnitOfWork).FindAsync(made.Office, "没有这几个字", 1, default)).Rows.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Takes_no_talk_of_a_quarter_without_results(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);

        var refused = await new WriteTalk(made.UnitOfWork, made.Ground.Clock).RunAsync(made.Office, new(Q3.Next, made.Ground.Committee.First.Id, "亮点", "问题", "", ""), default);

        refused.Refusals.Single().Code.ShouldBe("talk.absent");
    }

    [Fact]
    public async Task Is_read_and_written_on_its_pages()
    {
        using var made = await TwoQuartersAsync(DatabaseKind.Sqlite);
        await made.Ground.AddPersonAsync("officer", PostRole.WorkCommitteeOfficer);
        using var officer = Browser.Start(made.Ground.Database, made.Ground.Clock);
        using var lead = officer.Another();
        await officer.SignInAsync("officer");
        await lead.SignInAsync();
        var first = made.Ground.Committee.First.Id;

        var race = await officer.GetAsync("/assessment/race?quarter=2026Q3");
        var wall = await officer.GetAsync("/assessment/race/wall");
        var year = await officer.GetAsync("/assessment/year");
        var form = await officer.GetAsync($"/assessment/talks/{first}?quarter=2026Q3");
        var refused = await form.Form("提交发言").Fill("本季亮点", "整改见效。").SendAsync();
        var sent = await refused.Form("提交发言").Fill("存在的问题", "计划偏晚。").SendAsync();
        var commented = await (await lead.GetAsync(sent.Path)).Form("提交点评").Fill("点评意见", "做法实在。").SendAsync();
        var talks = await officer.GetAsync("/assessment/talks?quarter=2026Q3");

        race.Text.ShouldContain("排名 6 家，前、后三分之一各 2 名");
        wall.Text.ShouldContain("不分先后");
        year.Rows("全年各季").Count.ShouldBe(6);
        refused.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        refused.Form("提交发言")["本季亮点"].Trim().ShouldBe("整改见效。");
        commented.Text.ShouldContain("做法实在。");
        commented.Text.ShouldNotContain("提交发言");
        talks.Text.ShouldContain("计划偏晚。");
        (await officer.GetAsync("/assessment/examples")).Text.ShouldContain("还没有列为可推广的案例");
        (await officer.DownloadAsync("/assessment/year/export?format=csv")).Name.ShouldStartWith("全年-");
    }
}
