using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Tests.Support;

/// <summary>The three administrators of a committee, people with accounts and posts, and the use cases that change them.</summary>
public sealed class Administration
{
    public const string Secret = "Yipanqi-2026";

    // One round: what is tested here is not how dear a secret is to guess.
    private static readonly PasswordHasher<Account> Hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1 }));

    private readonly TestDatabase database;
    private readonly Committee committee;
    private readonly TestClock clock;

    private Administration(TestDatabase database, Committee committee, TestClock clock) => (this.database, this.committee, this.clock) = (database, committee, clock);

    public sealed record Someone(Guid PersonId, Guid AccountId, Guid PostId);

    public Someone SystemPerson { get; private set; } = default!;

    public Someone SecurityPerson { get; private set; } = default!;

    public Actor System => Of(SystemPerson, PostRole.SystemAdministrator);

    public Actor Security => Of(SecurityPerson, PostRole.SecurityAdministrator);

    public ProposeAccount ProposeAccount => new(database.UnitOfWork, Users(), clock);

    public ProposePost ProposePost => new(database.UnitOfWork, clock);

    public ProposeEnd ProposeEnd => new(database.UnitOfWork, clock);

    public ProposeSecret ProposeSecret => new(database.UnitOfWork, Users(), clock);

    public DisableAccount Disable => new(database.UnitOfWork, Actors, clock);

    public DecideProposals Decide => new(database.UnitOfWork, Actors, clock);

    private ActorQuery Actors => new(database.UnitOfWork, clock, new MemoryCache(new MemoryCacheOptions()));

    public static async Task<Administration> AddAsync(TestDatabase database, Committee committee, TestClock clock)
    {
        var added = new Administration(database, committee, clock);
        added.SystemPerson = await added.AddAsync("钱伟", "sysadmin", committee.Root, PostRole.SystemAdministrator);
        added.SecurityPerson = await added.AddAsync("吴芳", "secadmin", committee.Root, PostRole.SecurityAdministrator);
        await added.AddAsync("郭明", "auditor", committee.Root, PostRole.AuditAdministrator);
        return added;
    }

    /// <summary>Someone with an account that works and a post since January, written past the use cases.</summary>
    public async Task<Someone> AddAsync(string name, string userName, Unit unit, PostRole role)
    {
        var account = Account.New(committee.TenantId, userName, Secret, new UpperInvariantLookupNormalizer(), Hasher);
        account.Enable(clock.UtcNow);
        var person = Person.New(committee.TenantId, name, account.Id);
        var post = Post.New(person, unit, role, "职务", new DateOnly(2026, 1, 1));
        await SaveAsync(account, person, post);
        return new Someone(person.Id, account.Id, post.Id);
    }

    public Task SaveAsync(params object[] rows) => database.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            db.AddRange(rows);
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.founded", nameof(Committee), null), default);
            return true;
        },
        default);

    public Task<T> ReadAsync<T>(Func<YipanqiDb, Task<T>> query) => database.UnitOfWork.ReadAsync(committee.TenantId, query, default);

    public Task<List<Proposal>> OpenAsync() => ReadAsync(db => db.Set<Proposal>().Where(p => p.Status == ProposalStatus.Open).OrderBy(p => p.ProposedUtc).ToListAsync());

    /// <summary>Decides about everything that waits.</summary>
    public async Task<Outcome<int>> DecideAllAsync(bool approve = true, string answer = "") =>
        await Decide.RunAsync(Security, new([.. (await OpenAsync()).Select(p => p.Id)], approve, answer), default);

    public ProposedPost PostAt(Unit unit, PostRole role) => new(unit.Code, role, "职务", ChinaTime.DayOf(clock.UtcNow));

    private Actor Of(Someone someone, PostRole role) => committee.ActorAt(role, committee.Root, committee.Organs) with { PersonId = someone.PersonId };

    private UserManager<Account> Users()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddIdentityCore<Account>(o => o.User.AllowedUserNameCharacters = "");
        services.AddScoped<IUserStore<Account>>(_ => new UserOnlyStore<Account, YipanqiDb, Guid>(new YipanqiDb(database.Options, UnitOfWork.NoTenant)));
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
        return services.BuildServiceProvider().GetRequiredService<UserManager<Account>>();
    }
}
