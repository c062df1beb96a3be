using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class OrganisationsQueryTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sorts_by_each_column_with_the_unknown_last_and_turns_pages(DatabaseKind kind)
    {
        using var ground = await PublishedAsync(kind);

        (await CodesAsync(ground, "index", 0, 9)).ShouldBe(["P1B2", "P1B1", "P1", "P2"]);
        (await CodesAsync(ground, "-index", 0, 9)).ShouldBe(["P1", "P1B1", "P1B2", "P2"]);
        (await CodesAsync(ground, "-index", 2, 2)).ShouldBe(["P1B2", "P2"]);
        (await CodesAsync(ground, "-index", 3, 2)).ShouldBe(["P2"]);
        (await CodesAsync(ground, "-name", 0, 2)).ShouldBe(["P2", "P1B2"]);
        (await CodesAsync(ground, "-missing", 0, 1)).ShouldBe(["P2"]);
        (await CodesAsync(ground, null, 0, 9)).ShouldBe(["P1B2", "P1B1", "P2", "P1"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Narrows_by_name_level_group_and_tier(DatabaseKind kind)
    {
        using var ground = await PublishedAsync(kind);
        var all = (await ground.Organisations.FindAsync(ground.Lead, Ask(), default))!;

        var named = await ground.Organisations.FindAsync(ground.Lead, Ask() with { Name = "p1b" }, default);
        var green = await ground.Organisations.FindAsync(ground.Lead, Ask() with { Level = WarningLevel.Green }, default);
        var grouped = await ground.Organisations.FindAsync(ground.Lead, Ask() with { Group = all.Groups.Single().Id }, default);
        var alone = await ground.Organisations.FindAsync(ground.Lead, Ask() with { Group = Guid.Empty }, default);
        var branches = await ground.Organisations.FindAsync(ground.Lead, Ask() with { Tier = UnitTier.Branches }, default);

        (all.Total, all.OrganCount, all.BranchCount).ShouldBe((4, 2, 2));
        (named!.Total, green!.Total, grouped!.Total, alone!.Total, branches!.Total).ShouldBe((2, 1, 4, 0, 2));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_an_officer_the_own_subtree_and_another_committee_nothing(DatabaseKind kind)
    {
        using var ground = await PublishedAsync(kind);
        var other = await Committee.FoundAsync(ground.Database, ground.Clock, "other");

        var own = await ground.Organisations.FindAsync(ground.Committee.FirstOfficer, Ask(), default);

        own!.Rows.Select(r => r.Code).ShouldBe(["P1B2", "P1B1", "P1"]);
        own.Total.ShouldBe(3);
        (await ground.Organisations.FindAsync(other.Lead, Ask(), default)).ShouldBeNull();
    }

    // 甲局 green and its branches lower; 乙局 has reported nothing.
    private static async Task<AssessmentGround> PublishedAsync(DatabaseKind kind)
    {
        var ground = await FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Second, c.Branch, c.OtherBranch);
        await ground.ReportAsync(
            Q3, (c.First, "P1", Rate(9, 10)), (c.First, "P2", Rate(9, 10)), (c.FirstOrgan, "B1", Rate(9, 10)), (c.Branch, "P1", Rate(7, 10)), (c.Branch, "P2", Rate(7, 10)),
            (c.Department, "B1", Rate(7, 10)), (c.OtherBranch, "P1", Rate(1, 10)), (c.OtherBranch, "P2", Rate(1, 10)));
        await ground.RunAndPublishAsync(Q3, await ground.PublishSchemeAsync(SmallScheme()));
        return ground;
    }

    private static OrganisationsQuery.Input Ask() => new(null, false, UnitTier.All, null, null, null, null, false, 0, 50);

    private static async Task<List<string>> CodesAsync(AssessmentGround ground, string? sort, int skip, int take)
    {
        var input = Ask() with { Sort = sort?.TrimStart('-'), Descending = sort?.StartsWith('-') == true, Skip = skip, Take = take };
        return [.. (await ground.Organisations.FindAsync(ground.Lead, input, default))!.Rows.Select(r => r.Code)];
    }
}
