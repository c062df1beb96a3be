using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access;

public sealed class ProposalTests : IDisposable
{
    private readonly TestClock clock = new();
    private TestDatabase? database;
    private Committee committee = default!;
    private Administration administration = default!;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_for_administrators_alone(DatabaseKind kind)
    {
        await StartAsync(kind);
        var someone = await administration.AddAsync("陈立", "chenli", committee.Branch, PostRole.BranchSecretary);

        var proposed = await administration.ProposePost.RunAsync(committee.Lead, new(someone.AccountId, administration.PostAt(committee.First, PostRole.Inspector), "工作需要"), default);
        var made = await administration.ProposeAccount.RunAsync(administration.Security, new(null, "孙悦", "sunyue", administration.PostAt(committee.First, PostRole.Inspector), "工作需要"), default);
        var decided = await administration.Decide.RunAsync(administration.System, new([Guid.CreateVersion7()], true, ""), default);

        new[] { proposed.Refusals[0].Code, made.Refusals[0].Code, decided.Refusals[0].Code }.ShouldAllBe(c => c == "account.forbidden");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_an_account_once_approved_and_leave_an_entry_each(DatabaseKind kind)
    {
        await StartAsync(kind);

        var made = await administration.ProposeAccount.RunAsync(administration.System, new(null, "孙悦", "sunyue", administration.PostAt(committee.First, PostRole.PartyCommitteeOfficer), "任职文件 3 号"), default);
        var waiting = await AccountAsync(made.Value.AccountId);
        var postsBefore = await administration.ReadAsync(db => db.Set<Post>().CountAsync(p => p.UnitId == committee.First.Id));
        clock.Advance(TimeSpan.FromMinutes(1));
        (await administration.DecideAllAsync()).Value.ShouldBe(1);

        waiting!.Pending.ShouldBeTrue();
        postsBefore.ShouldBe(0);
        var open = await AccountAsync(made.Value.AccountId);
        (open!.Pending, open.MustChangeSecret).ShouldBe((false, true));
        (await administration.ReadAsync(db => db.Set<Post>().SingleAsync(p => p.UnitId == committee.First.Id))).Role.ShouldBe(PostRole.PartyCommitteeOfficer);
        (await ActionsAsync()).ShouldBe(["proposal.made", "account.opened"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Take_a_refused_account_away_with_the_person_made_for_it(DatabaseKind kind)
    {
        await StartAsync(kind);
        var known = Person.New(committee.TenantId, "郑和平", null);
        await administration.SaveAsync(known);
        await administration.ProposeAccount.RunAsync(administration.System, new(null, "孙悦", "sunyue", administration.PostAt(committee.First, PostRole.Inspector), "需要"), default);
        await administration.ProposeAccount.RunAsync(administration.System, new(known.Id, "", "zheng", administration.PostAt(committee.First, PostRole.Inspector), "需要"), default);

        var unreasoned = await administration.DecideAllAsync(approve: false);
        var refused = await administration.DecideAllAsync(approve: false, "没有任职文件");

        unreasoned.Refusals.Single().Field.ShouldBe("Answer");
        refused.Value.ShouldBe(2);
        (await administration.ReadAsync(db => db.Users.CountAsync(a => a.Pending))).ShouldBe(0);
        (await administration.ReadAsync(db => db.Set<Person>().AnyAsync(p => p.Name == "孙悦"))).ShouldBeFalse();
        (await administration.ReadAsync(db => db.Set<Person>().SingleAsync(p => p.Id == known.Id))).AccountId.ShouldBeNull();
        (await administration.ReadAsync(db => db.Set<Proposal>().CountAsync(p => p.Status == ProposalStatus.Refused && p.SecretHash == null))).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Are_approved_together_or_not_at_all(DatabaseKind kind)
    {
        await StartAsync(kind);
        var someone = await administration.AddAsync("陈立", "chenli", committee.Branch, PostRole.BranchSecretary);
        var other = await administration.AddAsync("何宁", "hening", committee.Branch, PostRole.BranchSecretary);
        await administration.ProposePost.RunAsync(administration.System, new(other.AccountId, administration.PostAt(committee.First, PostRole.Inspector), "需要"), default);
        await administration.ProposePost.RunAsync(administration.System, new(someone.AccountId, administration.PostAt(committee.First, PostRole.Inspector), "需要"), default);
        await administration.ProposePost.RunAsync(administration.System, new(someone.AccountId, administration.PostAt(committee.First, PostRole.Inspector), "又一次"), default);

        var outcome = await administration.DecideAllAsync();

        outcome.Refusals.Single().Message.ShouldContain("陈立同期已在这个单位任这个角色");
        (await administration.ReadAsync(db => db.Set<Post>().CountAsync(p => p.Role == PostRole.Inspector))).ShouldBe(0);
        (await administration.OpenAsync()).Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keep_the_last_administrator_of_each_kind(DatabaseKind kind)
    {
        await StartAsync(kind);
        var security = administration.SecurityPerson;

        var disabled = await administration.Disable.RunAsync(administration.System, new(security.AccountId, "调离"), default);
        await administration.AddAsync("许静", "second", committee.Root, PostRole.SecurityAdministrator);
        var again = await administration.Disable.RunAsync(administration.System, new(security.AccountId, "调离"), default);

        disabled.Refusals.Single().Message.ShouldContain("唯一能用的安全管理员");
        again.IsDone.ShouldBeTrue();
        (await AccountAsync(security.AccountId))!.Disabled.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Do_not_end_both_of_the_last_two_in_one_decision(DatabaseKind kind)
    {
        await StartAsync(kind);
        var second = await administration.AddAsync("许静", "second", committee.Root, PostRole.AuditAdministrator);
        var third = await administration.ReadAsync(db => db.Set<Post>().SingleAsync(p => p.Role == PostRole.AuditAdministrator && p.Id != second.PostId));
        var account = await administration.ReadAsync(db => db.Set<Person>().Where(p => p.Id == third.PersonId).Select(p => p.AccountId!.Value).SingleAsync());
        await administration.ProposeEnd.RunAsync(administration.System, new(second.AccountId, second.PostId, new DateOnly(2026, 10, 11), "调离"), default);
        await administration.ProposeEnd.RunAsync(administration.System, new(account, third.Id, new DateOnly(2026, 10, 11), "调离"), default);

        var outcome = await administration.DecideAllAsync();

        outcome.Refusals.Single().Message.ShouldContain("唯一能用的审计管理员");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Know_nothing_of_another_committee(DatabaseKind kind)
    {
        await StartAsync(kind);
        var stranger = await Committee.FoundAsync(database!, clock, "stranger");
        var account = await database!.UnitOfWork.ReadAsync(stranger.TenantId, db => db.Set<Person>().Select(p => p.AccountId!.Value).SingleAsync(), default);

        var disabled = await administration.Disable.RunAsync(administration.System, new(account, "试"), default);
        var absent = await administration.Disable.RunAsync(administration.System, new(Guid.CreateVersion7(), "试"), default);

        disabled.Refusals.Single().ShouldBe(absent.Refusals.Single());
        var list = new AccountsQuery(database.UnitOfWork, clock);
        (await list.PageAsync(administration.System, AccountFilter.From(_ => null), 1, default)).Rows.ShouldNotContain(a => a.UserName == "stranger");
    }

    public void Dispose() => database?.Dispose();

    private async Task StartAsync(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        committee = await Committee.FoundAsync(database, clock);
        administration = await Administration.AddAsync(database, committee, clock);
    }

    private Task<Account?> AccountAsync(Guid id) => administration.ReadAsync(db => db.Users.SingleOrDefaultAsync(a => a.Id == id));

    private Task<List<string>> ActionsAsync() =>
        administration.ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Action != "test.founded").OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Select(e => e.Action).ToListAsync());
}
