using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

public sealed class ManualFigureTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_entered_and_reviewed_within_the_own_subtree_only(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        await walk.EnterAsync(walk.Office, "18/20");

        var entered = await walk.EnterAsync(walk.Neighbour, "18/20");
        var reviewed = await walk.ReviewAsync(walk.Neighbour, "18/20");
        var seen = await new ReviewsQuery(walk.UnitOfWork).FindAsync(walk.Neighbour, Q3, false, 1, default);

        entered.Refusals.Single().Code.ShouldBe("manual.absent");
        reviewed.Refusals.Single().Code.ShouldBe("review.absent");
        seen.List.Counted.ShouldBe(0);
        (await new ReviewsQuery(walk.UnitOfWork).FindAsync(walk.Officer, Q3, false, 1, default)).Lines.Single().CanReview.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_once_reviewed_with_both_values_in_the_trace_and_no_longer_once_returned(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer, objectionDays: 0);
        await walk.EnterAsync(walk.Office, "18/20");
        await walk.RunAsync(walk.Officer);
        (await walk.Ground.Trace.FindAsync(walk.Officer, walk.Committee.First.Id, "M1", Q3, true, default))!.Item.Value.ShouldBeNull();

        await walk.ReviewAsync(walk.Officer, "16/20", "两次会议没有记录。");
        await walk.RunAsync(walk.Officer);
        var trace = await walk.Ground.Trace.FindAsync(walk.Officer, walk.Committee.First.Id, "M1", Q3, true, default);
        await walk.ReviewAsync(walk.Officer, "", "请补材料。", isReturn: true);
        var left = await walk.UnitOfWork.ReadAsync(walk.Committee.TenantId, db => db.Set<Observation>().CountAsync(o => o.ItemCode == "M1"), default);

        trace!.Item.Value.ShouldBe(.8);
        trace.SelfReports.Single().ShouldSatisfyAllConditions(l => l.SelfFigure.ShouldBe("18/20"), l => l.ReviewedFigure.ShouldBe("16/20"), l => l.ReviewNote.ShouldBe("两次会议没有记录。"));
        left.ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_with_a_reason_for_each_fault()
    {
        using var walk = await CycleGround.FoundAsync(DatabaseKind.Sqlite);
        await walk.OpenAsync(walk.Officer);

        var wrong = await walk.EnterAsync(walk.Office, "21/20");
        await walk.EnterAsync(walk.Office, "18/20");
        var without = await walk.ReviewAsync(walk.Officer, "16/20");
        var own = await walk.ReviewAsync(walk.Officer with { PersonId = walk.Office.PersonId }, "18/20");
        var sameLevel = await walk.ReviewAsync(walk.Office with { PersonId = Guid.NewGuid() }, "18/20");
        await walk.ReviewAsync(walk.Officer, "18/20");
        var again = await walk.EnterAsync(walk.Office, "19/20");

        wrong.Refusals.Single().Message.ShouldBe("分子 21 大于分母 20，请核对。");
        without.Refusals.Single().Code.ShouldBe("review.reason");
        own.Refusals.Single().Code.ShouldBe("review.own");
        sameLevel.Refusals.Single().Code.ShouldBe("review.absent");
        again.Refusals.Single().Code.ShouldBe("manual.reviewed");
    }

    [Theory]
    [InlineData("18/20", "18/20")]
    [InlineData("１８／２０", "18/20")]
    [InlineData("90%", "0.9")]
    [InlineData("未到期", "未到期")]
    [InlineData("", null)]
    [InlineData("很多", null)]
    [InlineData("1/2/3", null)]
    [InlineData("120%", null)]
    public void Is_read_as_people_write_it(string typed, string? stored)
    {
        var node = CycleGround.Scheme.Nodes.Single(n => n.Code == "M1");

        var (reported, wrong) = FigureEntry.Parse(node, typed);

        (reported is null ? null : FigureEntry.Write(reported)).ShouldBe(stored);
        (wrong.Length > 0).ShouldBe(stored is null);
    }
}
