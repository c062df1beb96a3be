using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Shell.Documents;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;
using static Yipanqi.Web.Tests.Modules.Assessment.Reports.ReportGround;
using PeerGroup = Yipanqi.Web.Access.PeerGroup;

namespace Yipanqi.Web.Tests.Modules.Assessment.Reports;

public sealed class BulletinTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_drafted_by_those_who_make_the_assessment_and_issued_by_another_person(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);

        var refused = await made.DraftAsync(made.Office);
        var id = (await made.DraftAsync(made.Officer)).Value;
        var again = await made.DraftAsync(made.Lead);
        var unsigned = await made.IssueAsync(made.Lead, id, 0);
        var stranger = await made.EditAsync(made.Office, id, 0);
        (await made.EditAsync(made.Officer, id, 0)).Refusals.ShouldBeEmpty();
        var raced = await made.EditAsync(made.Lead, id, 0);
        var own = await made.IssueAsync(made.Lead with { PersonId = made.Officer.PersonId }, id);
        var notPublisher = await made.IssueAsync(made.Officer with { PersonId = Guid.NewGuid() }, id);
        var issued = await made.IssueAsync(made.Lead, id);
        var after = await made.EditAsync(made.Officer, id, 2);

        refused.Refusals.Single().Code.ShouldBe("cycle.scope");
        again.Refusals.Single().Code.ShouldBe("bulletin.open");
        unsigned.Refusals.Single().Code.ShouldBe("bulletin.unsigned");
        (stranger.Refusals.Single().Code, raced.Refusals.Single().Code).ShouldBe(("bulletin.absent", "bulletin.raced"));
        (own.Refusals.Single().Code, notPublisher.Refusals.Single().Code).ShouldBe(("bulletin.own", "bulletin.absent"));
        issued.Value.ShouldBe(1);
        after.Refusals.Single().Code.ShouldBe("bulletin.absent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_read_by_all_once_issued_as_a_draft_by_its_writers_and_by_no_other_committee(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var id = (await made.DraftAsync(made.Officer)).Value;
        var other = await Committee.FoundAsync(made.Ground.Database, made.Ground.Clock, "other");
        var spy = other.Lead with { Grants = [.. other.Lead.Grants, .. made.Lead.Grants] };

        var before = await made.Bulletins.OneAsync(made.Office, id, default);
        await made.EditAsync(made.Officer, id, 0);
        await made.IssueAsync(made.Lead, id);
        var after = await made.Bulletins.OneAsync(made.Office, id, default);

        before.ShouldBeNull();
        after!.Line.Number.ShouldBe("示直工通〔2026〕1号");
        (after.MayEdit, after.MayIssue).ShouldBe((false, false));
        (await made.Bulletins.FindAsync(made.Office, 1, default)).Page.Rows.Select(b => b.Id).ShouldBe([id]);
        (await made.Bulletins.OneAsync(spy, id, default)).ShouldBeNull();
        (await made.Bulletins.FindAsync(spy, 1, default)).Page.Rows.ShouldBeEmpty();
        (await new DiscardBulletin(made.UnitOfWork, made.Ground.Clock).RunAsync(made.Lead, id, default)).Refusals.Single().Code.ShouldBe("bulletin.absent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tells_the_figures_of_the_snapshot_and_no_others(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var board = (await made.Ground.Board.FindAsync(made.Lead, Q3, false, UnitTier.Organs, default))!;
        var ranking = (await made.Ground.Ranking.FindAsync(made.Lead, Q3, false, null, default))!;
        var card = (await made.Ground.Card.FindAsync(made.Lead, made.Ground.Committee.First.Id, Q3, false, default))!;

        var content = (await made.IssuedAsync()).Content!;

        (content.Now.Organisations, content.Now.Scored, content.Now.Levels).ShouldBe((6, 6, board.Levels));
        (content.Now.Index, content.Now.Party, content.Now.Business).ShouldBe((board.Trend[^1].IndexMedian, board.Trend[^1].PartyMedian, board.Trend[^1].BusinessMedian));
        content.Before!.Levels.ShouldBe(board.PreviousLevels);
        content.Groups.Single().Lines.Select(l => (l.UnitId, l.Index, l.Rank, l.RankLow, l.RankHigh, l.Verdict, l.RankChange))
            .ShouldBe(ranking.Rows.Select(r => (r.UnitId, r.Index, r.Rank, r.RankLow, r.RankHigh, r.Verdict, r.RankChange)));
        content.Lamps.Select(l => (l.UnitId, l.Level)).ShouldBe(
            board.Groups.Single().Organisations.Where(o => o.Level != WarningLevel.Green).Select(o => (o.UnitId, o.Level!.Value)), ignoreOrder: true);
        content.Movers.Single(m => m.UnitId == made.Ground.Committee.First.Id).Items.Select(i => (i.Code, i.Total)).ShouldBe(card.Contributions.Select(c => (c.Code, c.Total)));
        content.Dimensions.Select(d => d.Code).ShouldBe(card.Dimensions.Select(d => d.Code));
        content.Dimensions.Select(d => d.Median).ShouldBe(card.Dimensions.Select(d => d.PeerMedian));
        content.Weaknesses.Sum(w => w.LostShare).ShouldBe(1, 1e-9);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stays_as_it_was_issued_whatever_changes_later(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var issued = await made.IssuedAsync();
        var text = Words(issued.Letter!);

        await made.Ground.ChangeAsync(db =>
        {
            foreach (var group in db.Set<PeerGroup>())
            {
                db.Remove(group);
            }

            return Task.CompletedTask;
        }).ContinueWith(_ => { }, TaskScheduler.Default);
        await made.Ground.ReportAsync(Q3, (made.Ground.Committee.First, "P1", Rate(1, 10)));
        await made.Ground.RunAndPublishAsync(Q3, made.SchemeId, "数据有误。");
        var later = (await made.Bulletins.OneAsync(made.Office, issued.Line.Id, default))!;

        Words(later.Letter!).ShouldBe(text);
        later.Content!.Write().ShouldBe(issued.Content!.Write());
        (later.Line.IsCorrected, later.ContentHash).ShouldBe((true, issued.ContentHash));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_begun_anew_after_a_correction(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var id = (await made.DraftAsync(made.Officer)).Value;
        await made.EditAsync(made.Officer, id, 0);
        await made.Ground.ReportAsync(Q3, (made.Ground.Committee.First, "P1", Rate(1, 10)));
        await made.Ground.RunAndPublishAsync(Q3, made.SchemeId, "数据有误。");

        var refused = await made.IssueAsync(made.Lead, id);
        var view = (await made.Bulletins.OneAsync(made.Officer, id, default))!;
        (await new DiscardBulletin(made.UnitOfWork, made.Ground.Clock).RunAsync(made.Officer, id, default)).Refusals.ShouldBeEmpty();

        refused.Refusals.Single().Code.ShouldBe("bulletin.corrected");
        view.Letter.ShouldBeNull();
        (await made.IssuedAsync()).Content!.SnapshotNumber.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Names_leaders_only_where_the_interval_allows_and_ranks_no_small_group(DatabaseKind kind)
    {
        using var ranked = await TwoQuartersAsync(kind);
        using var few = await TwoQuartersAsync(kind, more: 1);

        var big = (await ranked.IssuedAsync());
        var small = (await few.IssuedAsync());

        var group = big.Content!.Groups.Single();
        foreach (var line in group.Lines.Where(l => l.Verdict == RankStanding.Leader))
        {
            line.RankHigh!.Value.ShouldBeLessThanOrEqualTo(group.Ranked / 3);
        }

        Words(big.Letter!).ShouldContain("其余");
        small.Content!.Groups.Single().Ranked.ShouldBe(0);
        Words(small.Letter!).ShouldContain("不足 5 家，不排名次");
        Words(small.Letter!).ShouldNotContain("领跑：");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refuses_what_is_missing_or_too_long_in_words(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);
        var id = (await made.DraftAsync(made.Officer)).Value;

        (await made.EditAsync(made.Officer, id, 0, sign: " ")).Refusals.Single().Field.ShouldBe("Sign");
        (await made.EditAsync(made.Officer, id, 0, demands: new string('字', 2001))).Refusals.Single().Message.ShouldContain("最多 2000 字，现有 2001 字");
        (await new DraftBulletin(made.UnitOfWork, made.Ground.Clock).RunAsync(made.Officer, Q3.Next, default)).Refusals.Single().Code.ShouldBe("bulletin.quarter");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_its_numbers_by_year_and_sign(DatabaseKind kind)
    {
        using var made = await TwoQuartersAsync(kind);

        var first = await made.IssuedAsync();
        var second = await made.IssuedAsync();
        made.Ground.Clock.Advance(TimeSpan.FromDays(200));
        var nextYear = await made.IssuedAsync();

        new[] { first, second, nextYear }.Select(b => b.Line.Number).ShouldBe(["示直工通〔2026〕1号", "示直工通〔2026〕2号", "示直工通〔2027〕1号"]);
    }

    internal static string Words(OfficialLetter letter) => string.Join('\n', letter.Blocks.Concat(letter.Annex).Select(b => b switch
    {
        LetterBlock.Heading heading => heading.Text,
        LetterBlock.Paragraph paragraph => paragraph.Text,
        LetterBlock.Table table => string.Join('\n', table.Rows.Select(r => string.Join('|', r.Select(c => c.Text))).Prepend(table.Caption)),
        _ => "",
    }));
}
