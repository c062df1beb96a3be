using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Evidence;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Obligations the actor sees, and those the actor has.</summary>
public sealed class ObligationsQuery(UnitOfWork unitOfWork, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Most rows of a download, and of what one person has to do.</summary>
    public const int MostRows = 100_000;
    public const int MostMine = 200;

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public sealed record Page(ListPage<ObligationLine> List, WorkingCalendar Calendar);

    public sealed record MyDue(IReadOnlyList<ObligationLine> Lines, int Waiting, WorkingCalendar Calendar);

    public Task<Page> PageAsync(Actor actor, ObligationFilter filter, int page, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => new Page(
            await (await filter.ApplyAsync(db, actor, Today, cancellation)).PageAsync(page, filter.Order, rows => rows.SelectLines(db), cancellation), await calendars.OfAsync(db, cancellation)),
        cancellation);

    public Task<List<ObligationLine>> ExportAsync(Actor actor, ObligationFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, async db => await filter.Order(await filter.ApplyAsync(db, actor, Today, cancellation)).Take(MostRows).SelectLines(db).ToListAsync(cancellation), cancellation);

    /// <summary>What the actor has to do and what falls due up to a day, the earliest first; and how many things wait for the actor's decision.</summary>
    public Task<MyDue> MineAsync(Actor actor, DateOnly until, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var lines = await db.Mine(actor, Today).Where(o => o.DueDay <= until && (o.State == ObligationState.Open || o.State == ObligationState.Claimed || o.State == ObligationState.Returned))
                .OrderBy(o => o.DueDay).ThenBy(o => o.DutyCode).ThenBy(o => o.Id).Take(MostMine).SelectLines(db).ToListAsync(cancellation);
            var waiting = actor.Can(Permission.AcceptDuties) ? await db.Waiting(actor).Take(Listing.CountedAtMost).CountAsync(cancellation) : 0;
            return new MyDue(lines, waiting, await calendars.OfAsync(db, cancellation));
        },
        cancellation);

    /// <summary>What the actor has in a span of days, done or not: for the calendar.</summary>
    public Task<MyDue> MonthAsync(Actor actor, DateOnly first, DateOnly last, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => new MyDue(
            await db.Mine(actor, Today).Where(o => o.DueDay >= first && o.DueDay <= last && o.State != ObligationState.Declined && o.State != ObligationState.Ended)
                .OrderBy(o => o.DueDay).ThenBy(o => o.DutyCode).ThenBy(o => o.Id).Take(MostMine).SelectLines(db).ToListAsync(cancellation),
            0, await calendars.OfAsync(db, cancellation)),
        cancellation);

    /// <summary>What waits for the actor's decision, the earliest first.</summary>
    public Task<List<ObligationLine>> WaitingAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, db => db.Waiting(actor).OrderBy(o => o.DueDay).ThenBy(o => o.Id).Take(MostMine).SelectLines(db).ToListAsync(cancellation), cancellation);

    /// <summary>What waits for the actor among the chosen: reported as done, below them, not their own.</summary>
    public Task<List<ObligationLine>> ChosenAsync(Actor actor, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var chosen = ids.Take(AcceptObligations.Most).ToArray();
        return unitOfWork.ReadAsync(
            actor.TenantId,
            db => db.Waiting(actor).Where(o => o.State == ObligationState.Submitted && EF.Parameter(chosen).Contains(o.Id)).OrderBy(o => o.DueDay).ThenBy(o => o.Id).SelectLines(db).ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>Null where it is not there or not for this actor.</summary>
    public Task<ObligationView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, id, cancellation), cancellation);

    public Task<WorkingCalendar> CalendarAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(actor.TenantId, db => calendars.OfAsync(db, cancellation), cancellation);

    /// <summary>A file that proves an obligation the actor sees; null where there is none.</summary>
    public Task<GivenFile?> FileAsync(Actor actor, Guid id, Guid evidenceId, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => await Readable(db, actor).AnyAsync(o => o.Id == id, cancellation) ? await db.FileOfAsync(id, evidenceId, cancellation) : null,
        cancellation);

    // Whoever has it reads it, even where the post that would show it lies elsewhere.
    private IQueryable<Obligation> Readable(YipanqiDb db, Actor actor) => db.Obligations(actor).Union(db.Mine(actor, Today));

    private async Task<ObligationView?> LoadAsync(YipanqiDb db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var row = await Readable(db, actor).SingleOrDefaultAsync(o => o.Id == id, cancellation);
        if (row is null)
        {
            return null;
        }

        var known = await (
            from d in db.Set<Duty>()
            where d.Id == row.DutyId
            join v in db.Set<ListVersion>() on new { d.TenantId, Id = d.ListVersionId } equals new { v.TenantId, v.Id }
            join l in db.Set<ResponsibilityList>() on new { v.TenantId, Id = v.ListId } equals new { l.TenantId, l.Id }
            join u in db.Set<Unit>() on new { d.TenantId, Id = row.UnitId } equals new { u.TenantId, u.Id }
            select new { Duty = d, l.Name, v.Number, Unit = u.Name, u.Path }).SingleAsync(cancellation);
        var facts = known.Duty.Facts;
        var parent = await ParentAsync(db, facts.ParentCode, cancellation);
        var decides = await db.Below(actor).AnyAsync(o => o.Id == id, cancellation) && !row.IsOwn(actor);
        var mine = await db.Mine(actor, Today).AnyAsync(o => o.Id == id, cancellation);
        return new ObligationView(
            row, facts, known.Name, known.Number, known.Unit, known.Path, await HoldersAsync(db, row, cancellation), parent, mine, decides,
            await db.EvidenceOfAsync(id, cancellation), await MarksAsync(db, id, cancellation));
    }

    // What it is passed down from, as its own list says it now.
    private static async Task<string> ParentAsync(YipanqiDb db, string code, CancellationToken cancellation) => code.Length == 0 ? "" : await (
        from d in db.Set<Duty>()
        where d.Code == code
        join v in db.Set<ListVersion>() on new { d.TenantId, Id = d.ListVersionId } equals new { v.TenantId, v.Id }
        where v.State == ListState.Published
        orderby v.Number descending
        select d.Wording).FirstOrDefaultAsync(cancellation) ?? "";

    private async Task<List<string>> HoldersAsync(YipanqiDb db, Obligation row, CancellationToken cancellation)
    {
        var (role, today) = (DutyHolders.RoleOf(row.Level), Today);
        var people = row.PersonId != Guid.Empty
            ? db.Set<Person>().Where(p => p.Id == row.PersonId)
            : db.Set<Person>().Where(p => db.Set<Post>().Any(o => o.TenantId == p.TenantId && o.PersonId == p.Id && o.UnitId == row.UnitId && o.Role == role
                && o.FromDay <= today && (o.ToDay == null || o.ToDay >= today)));
        return await people.OrderBy(p => p.SortKey).ThenBy(p => p.Id).Select(p => p.Name).ToListAsync(cancellation);
    }

    private static Task<List<ObligationView.Mark>> MarksAsync(YipanqiDb db, Guid id, CancellationToken cancellation) => (
        from e in db.Set<JournalEntry>()
        where e.SubjectId == id
        join p in db.Set<Person>() on new { e.TenantId, Id = e.ActorId } equals new { p.TenantId, Id = (Guid?)p.Id } into people
        from person in people.DefaultIfEmpty()
        orderby e.AtUtc descending, e.Id descending
        select new ObligationView.Mark(e.AtUtc, e.Action, person.Name ?? "", e.Reason)).Take(Listing.RowsAPage).ToListAsync(cancellation);
}
