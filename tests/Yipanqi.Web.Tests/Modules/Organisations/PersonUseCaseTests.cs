using System.Text;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

public sealed class PersonUseCaseTests : IDisposable
{
    private const string Phone = "13800138000";
    private const string Identity = "11010519491231002X";
    private readonly TestClock clock = new();
    private TestDatabase? database;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Registers_a_member_with_the_branch_and_masked_numbers(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);

        var id = (await ground.Add.RunAsync(ground.Committee.Lead, new(PeopleGround.Values("G1", phone: Phone, identity: Identity), "P1B1", "2020-01-01"), default)).Value;

        var view = await ground.Person.FindAsync(ground.Committee.Lead, id, default);
        var person = view.ShouldNotBeNull().Person;
        (person.Name, person.BranchName, person.WorkUnitName, person.Status).ShouldBe(("赵示例", "甲局第一党支部", "甲局一处", PartyStatus.FullMember));
        (person.PhoneMasked, person.IdentityMasked).ShouldBe(("138****8000", "110*************2X"));
        view.Stays.Single().ShouldBe(new(ground.Committee.Branch.Id, "甲局第一党支部", new(2020, 1, 1), null, MembershipKind.Registered, null, ""));
        (await ground.EntriesAsync("person.added")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_no_number_in_plain(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.Add.RunAsync(ground.Committee.Lead, new(PeopleGround.Values("G1", phone: Phone, identity: Identity), "P1B1", "2020-01-01"), default);

        var stored = (await ground.AllAsync<PersonDetail>()).Single();
        var entries = await ground.AllAsync<JournalEntry>();

        string.Join('|', stored.PhoneSealed, stored.PhoneMasked, stored.PhoneHash, stored.IdentitySealed, stored.IdentityMasked, stored.IdentityHash, string.Join('|', entries.Select(e => e.Detail + e.Reason)))
            .ShouldSatisfyAllConditions(t => t.ShouldNotContain(Phone), t => t.ShouldNotContain(Identity));
        ground.Seal.Open(ground.Committee.TenantId, stored.PhoneSealed).ShouldBe(Phone);
        if (kind == DatabaseKind.Sqlite)
        {
            var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database!.ConnectionString).DataSource;
            var bytes = new[] { file, file + "-wal" }.Where(File.Exists).SelectMany(ReadShared).ToArray();
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Phone)).ShouldBe(-1);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("138****8000")).ShouldBeGreaterThan(0, "else the file was not searched at all");
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shows_numbers_in_full_for_a_reason_to_those_who_may_and_keeps_the_look(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.MemberAsync("G1", phone: Phone);

        var refused = await ground.Reveal.RunAsync(ground.Committee.FirstOfficer, new(id, "联系本人办理转接"), default);
        var bare = await ground.Reveal.RunAsync(ground.Committee.Lead, new(id, ""), default);
        var shown = await ground.Reveal.RunAsync(ground.Committee.Lead, new(id, "联系本人办理转接"), default);

        refused.Refusals.Single().Code.ShouldBe("person.absent");
        bare.Refusals.Single().Field.ShouldBe("Reason");
        shown.Value.Phone.ShouldBe(Phone);
        var entry = (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "person.revealed");
        (entry.SubjectId, entry.Reason, entry.ActorId).ShouldBe((id, "联系本人办理转接", (Guid?)ground.Committee.LeadPersonId));
    }

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "", "正式党员", "StaffCode", "工号没有填。平台用它认出同一个人。" },
        { "G 1", "正式党员", "StaffCode", "工号里不能有空格或换行。请删去。" },
        { "G1", "团员", "Status", "“团员”不是党员身份。请填正式党员、预备党员、入党积极分子或群众。" },
        { "G1", "群众", "Branch", "群众没有组织关系。请清空所在支部。" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Refuses_what_does_not_fit_at_its_field(string code, string status, string field, string message)
    {
        var ground = await StartAsync(DatabaseKind.Sqlite);

        var outcome = await ground.Add.RunAsync(ground.Committee.Lead, new(PeopleGround.Values(code, status: status), "P1B1", "2020-01-01"), default);

        outcome.Refusals.ShouldContain(r => r.Field == field && r.Message == message);
        (await ground.AllAsync<PersonDetail>()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refuses_a_code_or_an_identity_number_that_another_person_has(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.Add.RunAsync(ground.Committee.Lead, new(PeopleGround.Values("G1", identity: Identity), "P1B1", "2020-01-01"), default);

        var code = await ground.Add.RunAsync(ground.Committee.Lead, new(PeopleGround.Values("G1"), "P1B1", "2020-01-01"), default);
        var identity = await ground.Add.RunAsync(ground.Committee.Lead, new(PeopleGround.Values("G2", identity: Identity.ToLowerInvariant()), "P1B1", "2020-01-01"), default);

        code.Refusals.Single().Field.ShouldBe("StaffCode");
        identity.Refusals.Single().Message.ShouldStartWith("这个身份证号已登记在另一人名下");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changes_facts_once_and_says_which(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var id = await ground.MemberAsync("G1", phone: Phone);
        var version = (await ground.Person.FindAsync(ground.Committee.Lead, id, default))!.Version;
        var values = PeopleGround.Values("G1", "赵改名") with { IsKeyPost = true };

        (await ground.Edit.RunAsync(ground.Committee.Lead, new(id, version, values), default)).IsDone.ShouldBeTrue();
        var late = await ground.Edit.RunAsync(ground.Committee.Lead, new(id, version, values with { Name = "赵又改" }), default);

        var view = (await ground.Person.FindAsync(ground.Committee.Lead, id, default))!;
        (view.Person.Name, view.Person.IsKeyPost, view.Person.PhoneMasked).ShouldBe(("赵改名", true, "138****8000"));
        late.Refusals.Single().Code.ShouldBe(EditPerson.RacedCode);
        (await ground.AllAsync<JournalEntry>()).Single(e => e.Action == "person.edited").Detail.ShouldBe("""{"fields":["name","work_unit","key_post"]}""");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_absent_outside_the_subtree_and_in_another_tenant(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        var committee = ground.Committee;
        var mine = await ground.MemberAsync("G1");
        var theirs = (await ground.Add.RunAsync(committee.Lead, new(PeopleGround.Values("G2", "孙群众", "群众", "A2"), "", ""), default)).Value;
        var other = await Committee.FoundAsync(database!, clock, "other");
        var all = PeopleFilter.From(_ => null);

        (await ground.People.PageAsync(committee.FirstOfficer, all, 1, default)).Rows.Select(r => r.Person.StaffCode).ShouldBe(["G1"]);
        (await ground.People.PageAsync(other.Lead, all, 1, default)).Rows.ShouldBeEmpty();
        (await ground.Person.FindAsync(committee.FirstOfficer, theirs, default)).ShouldBeNull();
        (await ground.Person.FindAsync(other.Lead, mine, default)).ShouldBeNull();
        (await ground.Edit.RunAsync(committee.FirstOfficer, new(theirs, 0, PeopleGround.Values("G2")), default)).Refusals.Single().Code.ShouldBe("person.absent");
        (await ground.Edit.RunAsync(committee.ActorAt(PostRole.BranchSecretary, committee.Branch), new(mine, 0, PeopleGround.Values("G1")), default)).Refusals.Single().Code.ShouldBe("person.absent");
        (await ground.Move.RunAsync(other.Lead, new(mine, MembershipKind.Ended, "", "2026-01-01", ""), default)).Refusals.Single().Code.ShouldBe("person.absent");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_listed_by_unit_status_post_and_word_in_a_fixed_number_of_commands(DatabaseKind kind)
    {
        var ground = await StartAsync(kind);
        await ground.MembersAsync(3);
        await ground.MemberAsync("G9", "P1B2", status: "预备党员", name: "李预备");
        var filter = PeopleFilter.From(_ => null);

        (await CodesAsync(ground, filter with { Unit = "P1B2" })).ShouldBe(["G9"]);
        (await CodesAsync(ground, filter with { Unit = "P1" })).Count.ShouldBe(4);
        (await CodesAsync(ground, filter with { Unit = "没有" })).ShouldBeEmpty();
        (await CodesAsync(ground, filter with { Status = PartyStatus.ProbationaryMember })).ShouldBe(["G9"]);
        (await CodesAsync(ground, filter with { Text = "预备" })).ShouldBe(["G9"]);
        (await CodesAsync(ground, filter with { Sort = "-code" })).ShouldBe(["P1B1-03", "P1B1-02", "P1B1-01", "G9"]);
        database!.Commands.Clear();
        await ground.People.PageAsync(ground.Committee.Lead, filter, 1, default);
        database.Commands.Commands.Count(c => c.Contains("SELECT", StringComparison.Ordinal)).ShouldBe(3);
    }

    public void Dispose() => database?.Dispose();

    private static IEnumerable<byte> ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static async Task<List<string>> CodesAsync(PeopleGround ground, PeopleFilter filter) =>
        [.. (await ground.People.PageAsync(ground.Committee.Lead, filter, 1, default)).Rows.Select(r => r.Person.StaffCode)];

    private async Task<PeopleGround> StartAsync(DatabaseKind kind) => await PeopleGround.StartAsync(database = new TestDatabase(kind), clock);
}
