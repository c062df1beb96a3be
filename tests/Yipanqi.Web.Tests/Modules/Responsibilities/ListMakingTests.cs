using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

public sealed class ListMakingTests
{
    private readonly TestClock clock = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_for_those_who_manage_lists_alone(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;

        foreach (var actor in new[] { ground.Office, ground.Secretary, ground.PartyGroup })
        {
            (await ground.Start.RunAsync(actor, new("", "Y", "清单", "依据"), default)).Refusals.Single().Code.ShouldBe("list.denied");
            (await ground.Write.RunAsync(actor, new(draft, 0, "", DutiesGround.Fields("X-1")), default)).Refusals.Single().Code.ShouldBe("list.denied");
            (await ground.Submit.RunAsync(actor, new(draft, ""), default)).Refusals.Single().Code.ShouldBe("list.denied");
            (await ground.Publish.RunAsync(actor, new(draft, DutiesGround.Effective), default)).Refusals.Single().Code.ShouldBe("list.denied");
            (await ground.Lists.FindAsync(actor, draft, default)).ShouldBeNull();
            (await ground.Lists.AllAsync(actor, default)).ShouldBeEmpty();
            (await ground.Generate.RunAsync(actor, 2026, default)).Refusals.Single().Code.ShouldBe("list.denied");
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Goes_from_draft_over_another_persons_review_to_a_frozen_version(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;
        (await ground.Write.RunAsync(ground.Officer, new(draft, 0, "", DutiesGround.Fields("X-1")), default)).Refusals.ShouldBeEmpty();

        (await ground.Publish.RunAsync(ground.Officer, new(draft, DutiesGround.Effective), default)).Refusals.Single().Code.ShouldBe("list.unreviewed");
        (await ground.Submit.RunAsync(ground.Officer, new(draft, ""), default)).Refusals.ShouldBeEmpty();
        (await ground.Write.RunAsync(ground.Officer, new(draft, 2, "", DutiesGround.Fields("X-2")), default)).Refusals.Single().Code.ShouldBe("list.absent");
        var version = (await ground.Lists.FindAsync(ground.Lead, draft, default))!.Version;
        (await ground.Review.RunAsync(ground.Officer, new(draft, version, true, ""), default)).Refusals.Single().Code.ShouldBe("list.author");
        (await ground.Review.RunAsync(ground.Lead, new(draft, version, false, ""), default)).Refusals.Single().Field.ShouldBe("Note");
        (await ground.Review.RunAsync(ground.Lead, new(draft, version, true, "同意"), default)).Refusals.ShouldBeEmpty();
        (await ground.Publish.RunAsync(ground.Officer, new(draft, DutiesGround.Effective), default)).Refusals.ShouldBeEmpty();

        var published = (await ground.Lists.FindAsync(ground.Secretary, draft, default))!;
        (published.State, published.ReviewedBy, published.Duties.Single().Code).ShouldBe((ListState.Published, "周明", "X-1"));
        (await ground.Write.RunAsync(ground.Officer, new(draft, published.Version, "X-1", DutiesGround.Fields("X-1", wording: "另写")), default)).Refusals.Single().Code.ShouldBe("list.absent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Says_what_a_new_version_changes(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var first = await ground.ListAsync("X", DutiesGround.Fields("X-1"), DutiesGround.Fields("X-2"));
        var draft = (await ground.Draft.RunAsync(ground.Officer, first, default)).Value;
        (await ground.Draft.RunAsync(ground.Officer, first, default)).Refusals.Single().Code.ShouldBe("list.open");
        (await ground.Write.RunAsync(ground.Officer, new(draft, 0, "X-1", DutiesGround.Fields("X-1", wording: "写得更清楚")), default)).Refusals.ShouldBeEmpty();
        (await new RemoveDuty(database.UnitOfWork, clock).RunAsync(ground.Officer, draft, "X-2", default)).Refusals.ShouldBeEmpty();
        (await ground.Write.RunAsync(ground.Officer, new(draft, 2, "", DutiesGround.Fields("X-3")), default)).Refusals.ShouldBeEmpty();

        var silent = await ground.Submit.RunAsync(ground.Officer, new(draft, " "), default);
        var told = await ground.Submit.RunAsync(ground.Officer, new(draft, "按新规定改"), default);

        silent.Refusals.Single().Field.ShouldBe("ChangeNote");
        told.Refusals.ShouldBeEmpty();
        var compared = (await ground.Lists.ChangesAsync(ground.Lead, draft, first.ToString(), default))!;
        compared.Before.ShouldBe(1);
        compared.Changes.Select(c => (c.Code, c.Before is null, c.After is null, string.Join(',', c.Fields.Select(f => f.Label)))).ShouldBe(
            [("X-1", false, false, "责任内容"), ("X-3", true, false, ""), ("X-2", false, true, "")]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refuses_traces_loose_parents_and_codes_of_another_list(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        await ground.ListAsync("X", DutiesGround.Fields("X-1", level: "党组"));
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "Y", "清单", "依据"), default)).Value;
        var duties = new[]
        {
            DutiesGround.Fields("X-1"), DutiesGround.Fields("Y-1", parent: "Z-9"), DutiesGround.Fields("Y-2", level: "党组", parent: "X-1"), DutiesGround.Fields("Y-3", wording: "组织党员打卡签到"),
        };
        for (var i = 0; i < duties.Length; i++)
        {
            (await ground.Write.RunAsync(ground.Officer, new(draft, i, "", duties[i]), default)).Refusals.ShouldBeEmpty();
        }

        var refused = await ground.Submit.RunAsync(ground.Officer, new(draft, ""), default);

        refused.Refusals.Select(r => r.Code).ShouldBe(["list.code", "list.parent", "list.level", "list.trace"]);
        (await ground.Lists.FindAsync(ground.Officer, draft, default))!.Faults.Count.ShouldBe(4);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_what_another_wrote_meanwhile(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var draft = (await ground.Start.RunAsync(ground.Officer, new("", "X", "清单", "依据"), default)).Value;
        (await ground.Write.RunAsync(ground.Lead, new(draft, 0, "", DutiesGround.Fields("X-1")), default)).Refusals.ShouldBeEmpty();

        var late = await ground.Write.RunAsync(ground.Officer, new(draft, 0, "", DutiesGround.Fields("X-2")), default);
        var faulty = await ground.Write.RunAsync(ground.Officer, new(draft, 1, "", DutiesGround.Fields("X 2", frequency: "常常", due: "尽快")), default);

        late.Refusals.Single().Code.ShouldBe("list.raced");
        faulty.Refusals.Select(r => r.Field).ShouldBe([DutyText.Code, DutyText.Frequency, DutyText.Due]);
        (await ground.Lists.FindAsync(ground.Officer, draft, default))!.Duties.Select(d => d.Code).ShouldBe(["X-1"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Publishes_a_list_as_it_ships_without_review_and_a_changed_one_not(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var group = (await ground.Start.RunAsync(ground.Officer, new("DZ", "", "", ""), default)).Value;
        var organisation = (await ground.Start.RunAsync(ground.Officer, new("ZZ", "", "", ""), default)).Value;
        await new RemoveDuty(database.UnitOfWork, clock).RunAsync(ground.Officer, organisation, "ZZ-13", default);

        (await ground.Publish.RunAsync(ground.Officer, new(group, DutiesGround.Effective), default)).Refusals.ShouldBeEmpty();
        (await ground.Publish.RunAsync(ground.Officer, new(organisation, DutiesGround.Effective), default)).Refusals.Single().Code.ShouldBe("list.unreviewed");
        (await ground.Start.RunAsync(ground.Officer, new("DZ", "", "", ""), default)).Refusals.Single().Code.ShouldBe("list.known");
        var list = (await ground.Lists.FindAsync(ground.Lead, group, default))!;
        list.Holders[DutyLevel.PartyGroup].ShouldBe(2);
        list.HoursAYear.ShouldBe(2 * ShippedLists.All[0].Facts.Sum(DutyCost.HoursOfOne), 1e-9);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_seen_by_no_other_tenant(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var list = await ground.ListAsync("X", DutiesGround.Fields("X-1"));
        var other = await Committee.FoundAsync(database, clock, "other");

        (await ground.Lists.FindAsync(other.Lead, list, default)).ShouldBeNull();
        (await ground.Lists.AllAsync(other.Lead, default)).ShouldBeEmpty();
        (await ground.Draft.RunAsync(other.Lead, list, default)).Refusals.Single().Code.ShouldBe("list.unpublished");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reads_a_list_with_as_many_commands_however_long_it_is(DatabaseKind kind)
    {
        using var database = new TestDatabase(kind);
        var ground = await DutiesGround.StartAsync(database, clock);
        var small = await ground.ListAsync("X", DutiesGround.Fields("X-1"));
        var large = (await ground.Start.RunAsync(ground.Officer, new("DZ", "", "", ""), default)).Value;
        (await ground.Publish.RunAsync(ground.Officer, new(large, DutiesGround.Effective), default)).Refusals.ShouldBeEmpty();

        (await CountAsync(small)).ShouldBe(await CountAsync(large));

        async Task<int> CountAsync(Guid id)
        {
            database.Commands.Clear();
            (await ground.Lists.FindAsync(ground.Lead, id, default)).ShouldNotBeNull();
            return database.Commands.Commands.Count;
        }
    }
}
