using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Files.Imports;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Access.WorkingDays;

/// <summary>A committee with its calendar, on a database of its own.</summary>
internal sealed class CalendarGround : IDisposable
{
    /// <summary>Shortened: enough of a year to be taken for one.</summary>
    public const string Next = "日期,安排,节日\n2026-12-27,上班,元旦\n2027-01-01,休息,元旦\n2027-02-06,休息,春节\n2027-02-08,休息,春节\n";

    private CalendarGround(TestDatabase database, TestClock clock, Committee committee)
    {
        (Database, Clock, Committee) = (database, clock, committee);
        Change = new ChangeDay(database.UnitOfWork, Calendars, clock);
        Restore = new RestoreDay(database.UnitOfWork, clock);
        Query = new CalendarQuery(database.UnitOfWork, Calendars);
        Import = new Journey(database, clock, new CalendarImport());
    }

    public TestDatabase Database { get; }

    public TestClock Clock { get; }

    public Committee Committee { get; }

    public WorkingCalendars Calendars { get; } = new();

    public ChangeDay Change { get; }

    public RestoreDay Restore { get; }

    public CalendarQuery Query { get; }

    public Journey Import { get; }

    public static async Task<CalendarGround> StartAsync(DatabaseKind kind)
    {
        var (database, clock) = (new TestDatabase(kind), new TestClock());
        return new CalendarGround(database, clock, await Committee.FoundAsync(database, clock));
    }

    public Task<WorkingCalendar> CalendarAsync() => CalendarAsync(Committee.TenantId);

    public Task<WorkingCalendar> CalendarAsync(Guid tenant) => Database.UnitOfWork.ReadAsync(tenant, db => Calendars.OfAsync(db, default), default);

    public Task<Outcome<DateOnly>> ChangeAsync(string day, bool works, string reason = "台风停工", int version = 0, string name = "") =>
        Change.RunAsync(Committee.Lead, new(DateOnly.Parse(day).Year, version, DateOnly.Parse(day), works, name, reason), default);

    public async Task ImportAsync(string file, string year = "2027", string source = "国办发明电〔2026〕6号")
    {
        var draft = await Import.UploadAsync(Committee.Lead, file, ("year", year), ("source", source));
        draft.Refusals.ShouldBeEmpty();
        (await Import.CommitAsync(Committee.Lead, draft.Value)).Refusals.ShouldBeEmpty();
    }

    public Task<List<JournalEntry>> JournalAsync(string action) => Database.UnitOfWork.ReadAsync(
        Committee.TenantId, db => db.Set<JournalEntry>().Where(e => e.Action == action).ToListAsync(), default);

    public void Dispose() => Database.Dispose();
}
