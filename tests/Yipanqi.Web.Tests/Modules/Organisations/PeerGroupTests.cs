using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Modules.Organisations.Peers;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class PeerGroupTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory]
    [InlineData("", null, null, "党支部", 0, PeerFit.Fits)]
    [InlineData("党支部、总支", 3, 6, "党总支", 6, PeerFit.Fits)]
    [InlineData("党支部", 3, 6, "机关党委", 4, PeerFit.OtherKind)]
    [InlineData("党支部", 3, 6, "党支部", 2, PeerFit.TooSmall)]
    [InlineData("党支部", 3, 6, "党支部", 7, PeerFit.TooLarge)]
    public void Rule_says_who_fits(string words, int? least, int? most, string kind, int members, PeerFit fit) => PeerGroup.FitOf(words, least, most, kind, members).ShouldBe(fit);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_rule_size_and_fit_of_its_units_within_the_scope(DatabaseKind kind)
    {
        var (ground, group) = await StartAsync(kind);
        await ground.People.MembersAsync(4);
        await Rule(ground).RunAsync(ground.Lead, new(group.Id, group.Version, "党支部", "3", "", "考评办法"), default);
        var query = new PeersQuery(ground.Work);

        var ruled = (await query.FindAsync(ground.Lead, group.Id, default))!;
        var page = await query.PageAsync(ground.Lead, ruled, 1, default);

        (ruled.Assessed, ruled.IsRanked, ruled.Basis).ShouldBe((2, false, "考评办法"));
        page.Rows.Select(u => (u.Code, u.Members, u.Fit)).ShouldBe([("P1B1", 4, PeerFit.Fits), ("P1B2", 0, PeerFit.TooSmall)]);
        (await query.PageAsync(ground.Committee.ActorAt(PostRole.BranchSecretary, ground.Committee.OtherBranch), ruled, 1, default)).Rows.Select(u => u.Code).ShouldBe(["P1B2"]);
        (await query.AllAsync(ground.Lead with { TenantId = Guid.CreateVersion7() }, default)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rule_is_written_from_the_top_alone_and_with_its_basis(DatabaseKind kind)
    {
        var (ground, group) = await StartAsync(kind);

        (await Rule(ground).RunAsync(ground.Committee.FirstOfficer, new(group.Id, 0, "", "", "", "依据"), default)).Refusals.Single().Code.ShouldBe("peers.absent");
        (await Rule(ground).RunAsync(ground.Lead, new(group.Id, group.Version, "", "9", "3", ""), default)).Refusals.Select(r => r.Field).ShouldBe(["Basis", "Most"]);
        (await Rule(ground).RunAsync(ground.Lead, new(group.Id, group.Version, "", "x", "", "依据"), default)).Refusals.Single().Field.ShouldBe("Least");
        (await Rule(ground).RunAsync(ground.Lead, new(group.Id, group.Version + 1, "", "", "", "依据"), default)).Refusals.Single().Code.ShouldBe("peers.raced");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_renamed_from_the_top_with_a_reason_and_to_a_name_that_is_free(DatabaseKind kind)
    {
        var (ground, group) = await StartAsync(kind);
        var rename = new RenamePeerGroup(ground.Work, clock);

        (await rename.RunAsync(ground.Committee.FirstOfficer, new(group.Id, group.Version, "小支部", "规模变了"), default)).Refusals.Single().Code.ShouldBe("peers.absent");
        (await rename.RunAsync(ground.Lead, new(group.Id, group.Version, "小支部", ""), default)).Refusals.Single().Field.ShouldBe("Reason");
        (await rename.RunAsync(ground.Lead, new(group.Id, group.Version, "一般支部", "规模变了"), default)).Refusals.Single().Field.ShouldBe("Name");
        (await rename.RunAsync(ground.Lead, new(group.Id, group.Version + 1, "小支部", "规模变了"), default)).Refusals.Single().Code.ShouldBe("peers.raced");
        (await rename.RunAsync(ground.Lead, new(group.Id, group.Version, "小支部", "规模变了"), default)).Refusals.ShouldBeEmpty();

        (await new PeersQuery(ground.Work).FindAsync(ground.Lead, group.Id, default))!.ShouldSatisfyAllConditions(g => g.Name.ShouldBe("小支部"), g => g.Assessed.ShouldBe(2));
        (await ground.AllAsync<Yipanqi.Web.Journal.JournalEntry>()).Single(e => e.Action == "peer-group.renamed").Reason.ShouldBe("规模变了");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Is_closed_without_units_offered_no_more_and_opened_by_naming_it(DatabaseKind kind)
    {
        var (ground, group) = await StartAsync(kind);
        var (close, query) = (new ClosePeerGroup(ground.Work, clock), new PeersQuery(ground.Work));
        Guid[] units = [ground.Committee.Branch.Id, ground.Committee.OtherBranch.Id];

        (await close.RunAsync(ground.Lead, new(group.Id, group.Version, "不再用"), default)).Refusals.Single().Code.ShouldBe("peers.units");
        await new AssessUnits(ground.Work, clock).RunAsync(ground.Lead, new(units, true, "新组"), default);
        (await close.RunAsync(ground.Committee.FirstOfficer, new(group.Id, group.Version, "不再用"), default)).Refusals.Single().Code.ShouldBe("peers.absent");
        (await close.RunAsync(ground.Lead, new(group.Id, group.Version, ""), default)).Refusals.Single().Field.ShouldBe("Reason");
        (await close.RunAsync(ground.Lead, new(group.Id, group.Version, "不再用"), default)).Refusals.ShouldBeEmpty();

        (await query.AllAsync(ground.Lead, default)).Select(g => g.Name).ShouldBe(["新组"]);
        var unit = await ground.FindAsync(ground.Committee.Branch);
        (await new SetPeerGroup(ground.Work, clock).RunAsync(ground.Lead, new(unit.Id, unit.Version, group.Id, "换回"), default)).Refusals.Single().Field.ShouldBe("GroupId");
        await new AssessUnits(ground.Work, clock).RunAsync(ground.Lead, new(units, true, "一般支部"), default);
        (await query.AllAsync(ground.Lead, default)).Select(g => g.Name).ShouldBe(["一般支部", "新组"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Group_of_a_unit_is_changed_with_a_reason_that_is_kept(DatabaseKind kind)
    {
        var (ground, _) = await StartAsync(kind);
        var set = new SetPeerGroup(ground.Work, clock);
        var unit = await ground.FindAsync(ground.Committee.Branch);

        (await set.RunAsync(ground.Committee.FirstOfficer, new(unit.Id, unit.Version, null, "不合适"), default)).Refusals.Single().Code.ShouldBe("unit.absent");
        (await set.RunAsync(ground.Lead, new(unit.Id, unit.Version, null, ""), default)).Refusals.Single().Field.ShouldBe("Reason");
        (await set.RunAsync(ground.Lead, new(unit.Id, unit.Version, null, "人数减少，不再可比"), default)).Refusals.ShouldBeEmpty();

        (await ground.FindAsync(ground.Committee.Branch)).PeerGroupId.ShouldBeNull();
        (await ground.AllAsync<Yipanqi.Web.Journal.JournalEntry>()).Single(e => e.Action == "unit.peer-group-set").Reason.ShouldBe("人数减少，不再可比");
    }

    public void Dispose() => database?.Dispose();

    private RulePeerGroup Rule(UnitChangeGround ground) => new(ground.Work, clock);

    private async Task<(UnitChangeGround Ground, PeerGroup Group)> StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        var ground = await UnitChangeGround.StartAsync(database, clock);
        await new AssessUnits(ground.Work, clock).RunAsync(ground.Lead, new([ground.Committee.Branch.Id, ground.Committee.OtherBranch.Id], true, "一般支部"), default);
        return (ground, (await ground.AllAsync<PeerGroup>()).Single());
    }
}
