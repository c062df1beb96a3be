using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Responsibilities;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Responsibilities;

/// <summary>The small committee with kinds, a holder for every level, and the use cases of lists and obligations on it. It is 12 October 2026.</summary>
public sealed class DutiesGround(TestDatabase database, TestClock clock, Committee committee)
{
    public static readonly DateOnly Effective = new(2026, 9, 1);

    public TestDatabase Database => database;

    public TestClock Clock => clock;

    public Committee Committee => committee;

    public Actor Lead => committee.Lead;

    /// <summary>Another who manages lists.</summary>
    public Actor Officer { get; private set; } = default!;

    /// <summary>甲局机关党委, over both trees.</summary>
    public Actor Office { get; private set; } = default!;

    public Actor Secretary { get; private set; } = default!;

    public Actor PartyGroup { get; private set; } = default!;

    public StartList Start => new(database.UnitOfWork, clock);

    public WriteDuty Write => new(database.UnitOfWork, clock);

    public RemoveDuty Remove => new(database.UnitOfWork, clock);

    public SubmitList Submit => new(database.UnitOfWork, clock);

    public ReviewList Review => new(database.UnitOfWork, clock);

    public PublishList Publish => new(database.UnitOfWork, clock);

    public DraftListVersion Draft => new(database.UnitOfWork, clock);

    public ListsQuery Lists => new(database.UnitOfWork);

    public WorkingCalendars Calendars { get; } = new();

    public GenerateObligations Generate => new(database.UnitOfWork, Calendars, clock, database.Bulk);

    public SettleObligations Settle => new(database.UnitOfWork, Calendars, clock);

    public SettleByRecords Records => new(database.UnitOfWork, Calendars, [new TermRecords(), new StageRecords(), new JointStageRecords(), new ObjectiveRecords(), new ForceRecords()], clock);

    public ObligationsQuery Obligations => new(database.UnitOfWork, Calendars, clock);

    public CascadeQuery Cascade => new(database.UnitOfWork, clock);

    public RaiseObligation Raise => new(database.UnitOfWork, Calendars, clock);

    public EventDutiesQuery Events => new(database.UnitOfWork, clock);

    public ClaimObligation Claim => new(database.UnitOfWork, clock);

    public CompleteObligation Complete => new(database.UnitOfWork, clock);

    public TakeBackObligation TakeBack => new(database.UnitOfWork, clock);

    public AskOfAbove Ask => new(database.UnitOfWork, clock);

    public AnswerRequest Answer => new(database.UnitOfWork, clock);

    public AcceptObligations Accept => new(database.UnitOfWork, clock);

    public ReturnObligation Return => new(database.UnitOfWork, clock);

    public static async Task<DutiesGround> StartAsync(TestDatabase database, TestClock clock)
    {
        var ground = new DutiesGround(database, clock, await Committee.FoundAsync(database, clock));
        await ground.SaveAsync(async db =>
        {
            foreach (var unit in await db.Set<Unit>().Where(u => u.Track == Track.Party).ToListAsync())
            {
                unit.Describe(unit.Name, unit.ShortName, unit.Depth switch { 1 => "机关工委", 2 => "机关党委", _ => "党支部" }, unit.SortOrder, "");
            }
        });
        var units = ground.Committee;
        ground.Officer = await ground.PersonAsync("李静", PostRole.WorkCommitteeOfficer, units.Root, units.Organs);
        ground.Office = await ground.PersonAsync("王强", PostRole.PartyCommitteeOfficer, units.First, units.FirstOrgan);
        ground.Secretary = await ground.PersonAsync("陈立", PostRole.BranchSecretary, units.Branch, units.Department);
        ground.PartyGroup = await ground.PersonAsync("何宁", PostRole.PartyGroup, units.FirstOrgan);
        return ground;
    }

    /// <summary>A person with a post at the first unit; the other is linked to it.</summary>
    public async Task<Actor> PersonAsync(string name, PostRole role, params Unit[] units)
    {
        var person = Person.New(committee.TenantId, name, null);
        await SaveAsync(db =>
        {
            db.AddRange(person, Post.New(person, units[0], role, name, new DateOnly(2026, 1, 1)));
            return Task.CompletedTask;
        });
        return committee.ActorAt(role, units) with { PersonId = person.Id, Name = name };
    }

    /// <summary>Registers a person as a member of a branch since 2020; somebody new where none is given.</summary>
    public async Task<Guid> MemberAsync(Unit branch, string code, Guid? personId = null)
    {
        var id = personId ?? Guid.Empty;
        await SaveAsync(async db =>
        {
            var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id) ?? Person.New(committee.TenantId, "党员" + code, null);
            var detail = PersonDetail.New(person, new PersonFacts(code, Gender.Unknown, null, PartyStatus.FullMember, null, null, null, false));
            if (personId is null)
            {
                db.Add(person);
            }

            db.AddRange(detail, Membership.Begin(detail, branch.Id, new DateOnly(2020, 1, 1), MembershipKind.Registered, ""));
            id = person.Id;
        });
        return id;
    }

    public async Task SaveAsync(Func<YipanqiDb, Task> work) => (await database.UnitOfWork.WriteAsync<bool>(
        committee.TenantId,
        async db =>
        {
            await work(db);
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.changed", nameof(Unit), null), default);
            return true;
        },
        default)).Refusals.ShouldBeEmpty();

    /// <summary>The fields of a duty as a form sends them.</summary>
    public static Dictionary<string, string> Fields(string code, string level = "党支部", string frequency = "每月", string due = "期末", string parent = "", string wording = "") => new()
    {
        [DutyText.Code] = code,
        [DutyText.Level] = level,
        [DutyText.Post] = "支部书记",
        [DutyText.Wording] = wording.Length > 0 ? wording : "办结事项" + code,
        [DutyText.Clause] = "《条例》",
        [DutyText.Frequency] = frequency,
        [DutyText.Due] = due,
        [DutyText.Reminder] = "3",
        [DutyText.Evidence] = "记录",
        [DutyText.Standard] = "有结果",
        [DutyText.Computed] = "",
        [DutyText.Minutes] = "30",
        [DutyText.Feeds] = "A1.2",
        [DutyText.Parent] = parent,
    };

    /// <summary>A quarterly duty that is computed from records.</summary>
    public static Dictionary<string, string> Computed(string code, DutyRecordKind kind, string level = "党支部") => new(Fields(code, level, "每季度")) { [DutyText.Computed] = kind.Name };

    /// <summary>A published list of these duties, reviewed by the lead.</summary>
    public async Task<Guid> ListAsync(string code, params Dictionary<string, string>[] duties)
    {
        var draft = (await Start.RunAsync(Officer, new("", code, "清单" + code, "依据"), default)).Value;
        for (var i = 0; i < duties.Length; i++)
        {
            (await Write.RunAsync(Officer, new(draft, i, "", duties[i]), default)).Refusals.ShouldBeEmpty();
        }

        (await Submit.RunAsync(Officer, new(draft, ""), default)).Refusals.ShouldBeEmpty();
        (await Review.RunAsync(Lead, new(draft, (await Lists.FindAsync(Lead, draft, default))!.Version, true, ""), default)).Refusals.ShouldBeEmpty();
        (await Publish.RunAsync(Officer, new(draft, Effective), default)).Refusals.ShouldBeEmpty();
        return draft;
    }

    /// <summary>The version of a draft as the person who writes has read it.</summary>
    public async Task<int> VersionAsync(Guid draft) => (await Lists.FindAsync(Officer, draft, default))!.Version;

    /// <summary>Accepts these as they stand now.</summary>
    public async Task<Outcome<AcceptObligations.Answer>> AcceptAsync(Actor actor, string words, params Guid[] ids)
    {
        var versions = (await AllAsync()).ToDictionary(o => o.Id, o => o.Version);
        return await Accept.RunAsync(actor, new([.. ids.Select(i => (i, versions.GetValueOrDefault(i)))], words), default);
    }

    public Task<List<Obligation>> AllAsync() => database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<Obligation>().OrderBy(o => o.DueDay).ThenBy(o => o.UnitId).ToListAsync(), default);

    public async Task<Obligation> OneAsync(Guid id) => (await AllAsync()).Single(o => o.Id == id);

    /// <summary>The obligation of a unit in a period, its only one.</summary>
    public async Task<Obligation> OfAsync(Unit unit, string period) => (await AllAsync()).Single(o => o.UnitId == unit.Id && o.PeriodKey == period);

    public Task<List<JournalEntry>> JournalAsync(string action) => database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().Where(e => e.Action == action).ToListAsync(), default);
}
