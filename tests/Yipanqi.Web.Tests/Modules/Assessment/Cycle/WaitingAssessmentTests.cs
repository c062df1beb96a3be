using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

/// <summary>What is counted beside a menu entry is what the list behind it shows.</summary>
public sealed class WaitingAssessmentTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tells_each_person_what_the_quarter_waits_for_and_its_list_shows_as_many(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await ShouldWaitAsync(walk, walk.Neighbour);
        await walk.OpenAsync(walk.Officer);

        await ShouldWaitAsync(walk, walk.Neighbour, (WaitingAssessment.Report, 3));
        await ShouldWaitAsync(walk, walk.Office, (WaitingAssessment.Report, 1));
        await ShouldWaitAsync(walk, walk.Supplier, (WaitingAssessment.Supply, 1));
        await ShouldWaitAsync(walk, walk.Committee.ActorAt(PostRole.DataSupplier, walk.Committee.Root, walk.Committee.Organs));
        await ShouldWaitAsync(walk, walk.Officer);

        (await walk.EnterAsync(walk.Office, "18/20")).Refusals.ShouldBeEmpty();
        (await walk.EnterAsync(walk.Officer, "17/20", walk.Committee.Second)).Refusals.ShouldBeEmpty();
        await walk.SupplyAsync(walk.Supplier, (walk.Committee.First, "90%"));
        await walk.SignAsync(walk.Supplier);
        (await walk.AdjustAsync(walk.Officer, AdjustmentKind.Bonus, "1")).Refusals.ShouldBeEmpty();
        (await walk.AdjustAsync(walk.Lead, AdjustmentKind.Bonus, "2")).Refusals.ShouldBeEmpty();

        await ShouldWaitAsync(walk, walk.Office);
        await ShouldWaitAsync(walk, walk.Supplier);
        await ShouldWaitAsync(walk, walk.Officer, (WaitingAssessment.Reviews, 1));
        await ShouldWaitAsync(walk, walk.Lead, (WaitingAssessment.Reviews, 2), (WaitingAssessment.Adjustments, 1));
        await ShouldWaitAsync(walk, walk.Neighbour, (WaitingAssessment.Report, 2));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaves_objections_to_those_who_answer_them_and_nothing_once_the_quarter_is_published(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        await walk.EnterAsync(walk.Office, "18/20");
        await walk.MoveAsync(walk.Officer, QuarterState.Previewing);
        await walk.RunAsync(walk.Officer);
        await walk.MoveAsync(walk.Officer, QuarterState.Objecting);
        var objection = await walk.ObjectAsync(walk.PartyGroup);

        await ShouldWaitAsync(walk, walk.Officer, (WaitingAssessment.Reviews, 1), (WaitingAssessment.Objections, 1));
        await ShouldWaitAsync(walk, walk.PartyGroup);
        await ShouldWaitAsync(walk, walk.Neighbour);
        await ShouldWaitAsync(walk, walk.Supplier);

        (await walk.AnswerAsync(walk.Officer, objection.Value, false)).Refusals.ShouldBeEmpty();
        await ShouldWaitAsync(walk, walk.Officer, (WaitingAssessment.Reviews, 1));
        walk.Clock.Advance(TimeSpan.FromDays(6));
        (await walk.PublishAsync(walk.Lead, (await walk.RunAsync(walk.Officer)).Value)).Refusals.ShouldBeEmpty();
        await ShouldWaitAsync(walk, walk.Officer);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asks_with_few_commands_once_a_minute_and_again_after_the_person_acted(DatabaseKind kind)
    {
        using var walk = await CycleGround.FoundAsync(kind);
        await walk.OpenAsync(walk.Officer);
        using var cache = new MemoryCache(new MemoryCacheOptions());
        var (waiting, commands) = (new WaitingCounts([new WaitingAssessment(walk.UnitOfWork)], cache, walk.Clock), walk.Ground.Database.Commands);
        var all = walk.Lead with { Grants = [.. walk.Lead.Grants, .. walk.Supplier.Grants, .. walk.Office.Grants] };
        async Task<int> SentAsync()
        {
            commands.Clear();
            await waiting.CountAsync(all, default);
            return commands.Commands.Count;
        }

        (await SentAsync()).ShouldBeInRange(1, 12);
        (await SentAsync()).ShouldBe(0);
        waiting.Forget(all);
        (await SentAsync()).ShouldBeGreaterThan(0);
    }

    private static async Task ShouldWaitAsync(CycleGround walk, Actor actor, params (string Address, int Count)[] expected)
    {
        var counts = await new WaitingAssessment(walk.UnitOfWork).CountAsync(actor, default);
        counts.Select(c => (c.Key, c.Value)).ShouldBe(expected, ignoreOrder: true);
        var work = walk.UnitOfWork;
        int Of(string address) => counts.GetValueOrDefault(address);
        (await new SupplyQuery(work).AllAsync(actor, Q3, true, default)).All.Count.ShouldBe(Of(WaitingAssessment.Supply));
        (await new ReviewsQuery(work).FindAsync(actor, Q3, true, 1, default)).Lines.Count.ShouldBe(Of(WaitingAssessment.Reviews));
        (await new AdjustmentsQuery(work).FindAsync(actor, Q3, true, 1, default)).Lines.Count.ShouldBe(Of(WaitingAssessment.Adjustments));
        if (actor.Can(Permission.AnswerObjections))
        {
            (await new ObjectionsQuery(work, walk.Clock).FindAsync(actor, Q3, true, 1, default)).Lines.Count.ShouldBe(Of(WaitingAssessment.Objections));
        }

        if (Of(WaitingAssessment.Report) is > 0 and var owed)
        {
            var sheet = await new ReportSheetQuery(work, walk.Clock).FindAsync(actor, Q3, null, default);
            var line = (await new CollectQuery(work).FindAsync(actor, Q3, new(null, null, true, true), 1, default))!.Lines.Single(l => l.UnitId == sheet.UnitId);
            (sheet.Owed.Count, line.Owed.Count).ShouldBe((owed, owed));
        }
    }
}
