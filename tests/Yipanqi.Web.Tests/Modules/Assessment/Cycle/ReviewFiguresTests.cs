using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

public sealed class ReviewFiguresTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reviews_what_was_read_and_leaves_what_changed_meanwhile(DatabaseKind kind)
    {
        using var walk = await StartAsync(kind);
        var seen = await SeenAsync(walk, walk.Officer);
        (await walk.EnterAsync(walk.Neighbour, "15/20", walk.Committee.Second)).Refusals.ShouldBeEmpty();

        var first = await RunAsync(walk, walk.Officer, seen);
        var again = await RunAsync(walk, walk.Officer, seen);

        seen.Count.ShouldBe(2);
        first.Value.ShouldBe(new ReviewFigures.Answer(1, 1));
        again.Refusals.Single().Code.ShouldBe("review.moved");
        var left = (await new ReviewsQuery(walk.UnitOfWork).FindAsync(walk.Officer, Q3, true, 1, default)).Lines.Single();
        (left.UnitCode, left.SelfFigure).ShouldBe(("P2", "15/20"));
        var counted = await walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => db.Set<Observation>().Where(o => o.ItemCode == "M1").SingleAsync(), default);
        (counted.UnitId, counted.Numerator, counted.Denominator).ShouldBe((walk.Committee.First.Id, 18, 20));
        (await RunAsync(walk, walk.Officer, await SeenAsync(walk, walk.Officer))).Value.ShouldBe(new ReviewFigures.Answer(1, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_what_the_actor_entered_what_stands_beside_and_published_quarters(DatabaseKind kind)
    {
        using var walk = await StartAsync(kind);
        (await walk.EnterAsync(walk.Officer, "15/20", walk.Committee.Second)).Refusals.ShouldBeEmpty();
        var seen = await SeenAsync(walk, walk.Lead);

        (await RunAsync(walk, walk.Office, seen)).Refusals.Single().Code.ShouldBe("review.moved");
        (await RunAsync(walk, walk.Neighbour, seen)).Refusals.Single().Code.ShouldBe("review.moved");
        (await RunAsync(walk, walk.Officer, seen, new string('字', ManualFigure.MostNote + 1))).Refusals.Single().Field.ShouldBe("Note");
        (await RunAsync(walk, walk.Officer, seen)).Value.ShouldBe(new ReviewFigures.Answer(1, 1));
        await walk.MoveAsync(walk.Officer, QuarterState.Previewing);
        (await walk.PublishAsync(walk.Lead, (await walk.RunAsync(walk.Officer)).Value)).Refusals.ShouldBeEmpty();
        (await RunAsync(walk, walk.Lead, seen)).Refusals.Single().Code.ShouldBe("review.moved");
    }

    [Fact]
    public async Task Are_chosen_in_the_list_shown_once_more_and_then_reviewed()
    {
        using var walk = await StartAsync(DatabaseKind.Sqlite);
        using var browser = Browser.Start(walk.Ground.Database, walk.Clock);
        await browser.SignInAsync();

        var list = await browser.GetAsync("/assessment/reviews");
        var ids = list.Document.SelectNodes("//input[@name='id']")!.Select(n => n.GetAttributeValue("value", ""));
        var asked = await browser.GetAsync("/assessment/reviews/several?quarter=2026Q3&" + string.Join('&', ids.Select(id => "id=" + id)));
        var done = await asked.Form("核定 2 项").SendAsync();

        asked.Rows("选中的自评").Select(r => r[0]).ShouldBe(["甲局机关党委", "乙局机关党委"]);
        done.Text.ShouldContain("已核定 2 项");
        done.Text.ShouldContain("没有待核定的自评");
    }

    private static async Task<CycleGround> StartAsync(DatabaseKind kind)
    {
        var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer, objectionDays: 0);
        (await walk.EnterAsync(walk.Office, "18/20")).Refusals.ShouldBeEmpty();
        (await walk.EnterAsync(walk.Neighbour, "19/20", walk.Committee.Second)).Refusals.ShouldBeEmpty();
        return walk;
    }

    private static async Task<List<ReviewFigures.Seen>> SeenAsync(CycleGround walk, Actor actor) =>
        [.. (await new ReviewsQuery(walk.UnitOfWork).FindAsync(actor, Q3, true, 1, default)).Lines.Select(l => new ReviewFigures.Seen(l.UnitId, l.ItemCode, l.Version))];

    private static Task<Outcome<ReviewFigures.Answer>> RunAsync(CycleGround walk, Actor actor, IReadOnlyList<ReviewFigures.Seen> seen, string note = "") =>
        new ReviewFigures(walk.UnitOfWork, walk.Clock).RunAsync(actor, new(Q3, seen, note), default);
}
