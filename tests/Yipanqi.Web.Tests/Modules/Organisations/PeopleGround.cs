using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Modules.Organisations;

/// <summary>The small committee with kinds written for its Party organisations, and the use cases of people and terms on it.</summary>
public sealed class PeopleGround(TestDatabase database, TestClock clock, Committee committee)
{
    public PersonalSeal Seal { get; } = new(new EphemeralDataProtectionProvider());

    public Committee Committee => committee;

    public TestDatabase Database => database;

    public PersonQuery Person => new(database.UnitOfWork);

    public PeopleQuery People => new(database.UnitOfWork);

    public UnitTermsQuery Terms => new(database.UnitOfWork, clock);

    public AddPerson Add => new(database.UnitOfWork, Seal, clock);

    public EditPerson Edit => new(database.UnitOfWork, Seal, clock);

    public MoveMember Move => new(database.UnitOfWork, clock);

    public RevealNumbers Reveal => new(database.UnitOfWork, Seal, clock);

    public RegisterTerm Register => new(database.UnitOfWork, clock);

    public RescheduleTerm Reschedule => new(database.UnitOfWork, clock);

    public CorrectTerm Correct => new(database.UnitOfWork, clock);

    public TakeBackTerm TakeBack => new(database.UnitOfWork, clock);

    public TakePartyPost Take => new(database.UnitOfWork, clock);

    public CorrectPartyPost CorrectPost => new(database.UnitOfWork, clock);

    public LeavePartyPost Leave => new(database.UnitOfWork, clock);

    /// <summary>A branch elected on 1 March 2023, with a secretary and a publicity member, and again on 1 February 2026, with the same secretary.</summary>
    public static async Task<(PeopleGround Ground, Guid Term)> TwiceElectedAsync(TestDatabase database, TestClock clock)
    {
        var ground = await StartAsync(database, clock);
        var committee = ground.Committee;
        await ground.MembersAsync(2);
        var first = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "1", "2023-03-01", ""), default)).Value;
        await ground.Take.RunAsync(committee.Lead, new(first, "P1B1-01", PartyRole.Secretary, SeatKind.Elected, ""), default);
        await ground.Take.RunAsync(committee.Lead, new(first, "P1B1-02", PartyRole.Publicity, SeatKind.Elected, ""), default);
        var term = (await ground.Register.RunAsync(committee.Lead, new(committee.Branch.Id, "2", "2026-02-01", ""), default)).Value;
        await ground.Take.RunAsync(committee.Lead, new(term, "P1B1-01", PartyRole.Secretary, SeatKind.Elected, ""), default);
        return (ground, term);
    }

    public static async Task<PeopleGround> StartAsync(TestDatabase database, TestClock clock)
    {
        var committee = await Committee.FoundAsync(database, clock);
        await database.UnitOfWork.WriteAsync<bool>(
            committee.TenantId,
            async db =>
            {
                foreach (var unit in await db.Set<Unit>().Where(u => u.Track == Track.Party).ToListAsync())
                {
                    unit.Describe(unit.Name, unit.ShortName, unit.Depth switch { 1 => "机关工委", 2 => "机关党委", _ => "党支部" }, unit.SortOrder, "");
                }

                await db.SaveAsync(new Change(null, clock.UtcNow, "test.kinds", nameof(Unit), null), default);
                return true;
            },
            default);
        return new PeopleGround(database, clock, committee);
    }

    public static PersonValues Values(string code, string name = "赵示例", string status = "正式党员", string work = "A1D1", string? phone = null, string? identity = null) =>
        new(name, code, "女", "1985-01", status, status.EndsWith("党员", StringComparison.Ordinal) ? "2010-07-01" : "", status == "正式党员" ? "2011-07-01" : "", work, false, phone, identity);

    /// <summary>Registers a member of a branch.</summary>
    public async Task<Guid> MemberAsync(string code, string branch = "P1B1", string from = "2020-01-01", string status = "正式党员", string name = "赵示例", string? phone = null) =>
        (await Add.RunAsync(committee.Lead, new(Values(code, name, status, "", phone), branch, from), default)).Value;

    public async Task MembersAsync(int count, string branch = "P1B1")
    {
        for (var i = 1; i <= count; i++)
        {
            await MemberAsync($"{branch}-{i:00}", branch, name: $"钱示例{i}");
        }
    }

    public Task<List<T>> AllAsync<T>() where T : class => database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<T>().ToListAsync(), default);

    public Task<int> EntriesAsync(string action) =>
        database.UnitOfWork.ReadAsync(committee.TenantId, db => db.Set<JournalEntry>().CountAsync(e => e.Action == action), default);
}
