using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.Structure;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class StructureCheckTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 10, 12);
    private static readonly PartyRole[] Three = [PartyRole.Secretary, PartyRole.Organisation, PartyRole.Publicity];
    private readonly TestClock clock = new();
    private TestDatabase? database;

    public static TheoryData<string, int, int, FindingKind[]> Sizes => new()
    {
        { "a branch of seven with three in its committee", 7, 3, [] },
        { "a branch of six needs a secretary alone", 6, 1, [] },
        { "a branch of three is the least", 3, 1, [] },
        { "a branch of two is too small", 2, 1, [FindingKind.TooSmall] },
        { "a branch of fifty is the most", 50, 5, [] },
        { "a branch of fifty-one is too large", 51, 5, [FindingKind.TooLarge] },
        { "a branch of seven without committee", 7, 1, [FindingKind.CommitteeMissing] },
        { "a branch of seven with two", 7, 2, [FindingKind.CommitteeTooSmall] },
        { "a committee of seven is the most", 20, 7, [] },
        { "a committee of eight is too large", 20, 8, [FindingKind.CommitteeTooLarge] },
        { "nobody holds a post", 6, 0, [FindingKind.SecretaryVacant] },
    };

    [Theory, MemberData(nameof(Sizes))]
    public void Compares_size_and_committee_with_the_rules(string because, int full, int held, FindingKind[] expected)
    {
        var roles = Enumerable.Range(0, held).Select(i => i == 0 ? PartyRole.Secretary : PartyRole.Member).ToList();

        StructureCheck.Of(Branch(full, Term(roles)), StructureRules.Current, Today).Select(f => f.Kind).ShouldBe(expected, because);
    }

    [Fact]
    public void Says_since_when_the_secretary_is_missing_and_which_rule_a_finding_rests_on()
    {
        var vacant = StructureCheck.Of(Branch(5, Term([]) with { SecretaryUntil = new(2026, 8, 31) }), StructureRules.Current, Today).Single();
        var small = StructureCheck.Of(Branch(2, Term([PartyRole.Secretary])), StructureRules.Current, Today).Single();

        vacant.Text.ShouldBe("书记自 2026-09-01 起空缺。请补选或由上级任命。");
        small.Rule.Cited.ShouldBe("《中国共产党支部工作条例（试行）》第四条：凡是有正式党员 3 人以上的，都应当成立党支部。");
    }

    [Fact]
    public void Tells_overdue_due_soon_extended_and_unrecorded_terms_and_unknown_kinds()
    {
        Kinds(Branch(8, Term(Three) with { DueDay = new(2026, 9, 1), RegularDueDay = new(2026, 9, 1) })).ShouldBe([FindingKind.Overdue]);
        Kinds(Branch(8, Term(Three) with { DueDay = new(2026, 12, 1), RegularDueDay = new(2026, 12, 1) })).ShouldBe([FindingKind.DueSoon]);
        Kinds(Branch(8, Term(Three) with { DueDay = new(2026, 12, 1), RegularDueDay = new(2026, 9, 1) })).ShouldBe([FindingKind.Extended]);
        Kinds(Branch(8, null)).ShouldBe([FindingKind.NoTerm]);
        Kinds(Branch(8, null) with { Kind = "处室" }).ShouldBe([FindingKind.KindUnknown]);
        Kinds(Branch(0, Term(Three) with { Seats = 5 }) with { Kind = "机关党委" }).ShouldBe([FindingKind.SeatsVacant]);
    }

    [Theory]
    [InlineData("党总支", 60, 5, null, new FindingKind[0])]
    [InlineData("党总支", 60, 4, null, new[] { FindingKind.CommitteeUnusual })]
    [InlineData("党总支", 60, 10, null, new[] { FindingKind.CommitteeUnusual })]
    [InlineData("党总支", 100, 7, null, new[] { FindingKind.TooLarge })]
    [InlineData("机关党委", 40, 9, null, new FindingKind[0])]
    [InlineData("机关党委", 140, 10, null, new[] { FindingKind.CommitteeUnusual })]
    [InlineData("机关党委", 140, 11, 11, new FindingKind[0])]
    [InlineData("机关党委", 140, 12, 11, new[] { FindingKind.CommitteeTooLarge })]
    [InlineData("机关党委", 140, 10, 11, new[] { FindingKind.SeatsVacant })]
    public void Looks_at_general_branches_and_committees_by_what_was_approved_and_else_by_what_is_usual(string kind, int members, int held, int? seats, FindingKind[] expected)
    {
        var roles = Enumerable.Range(0, held).Select(i => i == 0 ? PartyRole.Secretary : PartyRole.Member).ToList();

        var found = StructureCheck.Of(Branch(members, Term(roles) with { Seats = seats }) with { Kind = kind }, StructureRules.Current, Today);

        found.Select(f => f.Kind).ShouldBe(expected);
        found.Where(f => f.Kind == FindingKind.CommitteeUnusual).ShouldAllBe(f => f.IsNotice);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Looks_at_every_organisation_in_scope_with_as_many_commands_for_many_as_for_few(DatabaseKind kind)
    {
        var ground = await PeopleGround.StartAsync(database = new TestDatabase(kind), clock);
        var committee = ground.Committee;
        await ground.MembersAsync(2);
        var query = new StructureQuery(database.UnitOfWork, clock);

        var all = await query.AllAsync(committee.Lead, default);
        database.Commands.Clear();
        var own = await query.AllAsync(committee.FirstOfficer, default);

        all.Select(u => u.Unit.Code).Order().ShouldBe(["P1", "P1B1", "P1B2", "P2"]);
        own.Select(u => u.Unit.Code).Order().ShouldBe(["P1", "P1B1", "P1B2"]);
        own.Single(u => u.Unit.Code == "P1B1").Findings.Select(f => f.Kind).ShouldBe([FindingKind.TooSmall, FindingKind.NoTerm]);
        database.Commands.Commands.Count(c => c.Contains("SELECT", StringComparison.Ordinal)).ShouldBe(4);
        (own.Single(u => u.Unit.Code == "P1").Unit.Members, (await query.FindAsync(committee.Lead, committee.First.Id, default))!.Unit.Members).ShouldBe((2, 2), "members of its branches");
        (await query.AllAsync((await Committee.FoundAsync(database, clock, "other")).FirstOfficer, default)).ShouldAllBe(u => u.Unit.Members == 0);
    }

    public void Dispose() => database?.Dispose();

    private static IEnumerable<FindingKind> Kinds(UnitFacts unit) => StructureCheck.Of(unit, StructureRules.Current, Today).Select(f => f.Kind);

    private static UnitFacts Branch(int full, UnitFacts.TermFacts? term) => new(Guid.Empty, "B", "支部", "党支部", 1, full, full, term);

    private static UnitFacts.TermFacts Term(IReadOnlyList<PartyRole> held) => new(Guid.Empty, 1, new(2025, 1, 1), new(2028, 1, 1), new(2028, 1, 1), null, held, null);
}
