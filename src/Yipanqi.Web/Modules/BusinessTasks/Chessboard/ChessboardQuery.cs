using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Chessboard;

/// <summary>Reads tasks, their live fusion points and the records of both sides by five commands, one more for each organisation asked for, however many there are, and lets the engine say how the cells stand.</summary>
public sealed class ChessboardQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Most tasks on one board: beyond this it is narrowed down by unit or importance.</summary>
    public const int Most = 1000;

    private const int MostLeads = 300;

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public Task<ChessboardView> FindAsync(Actor actor, ChessboardFilter filter, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var ofYear = db.Tasks(actor, Permission.ViewTasks).Where(t => t.PlanYear == filter.Year && t.State != TaskState.Cancelled);
            var units = db.Set<Unit>().Within(actor, Permission.ViewTasks, u => u.Path);
            var leads = await LeadsAsync(db, ofYear, cancellation);
            var (party, fault) = await db.BelowAsync(actor, filter.Party, Track.Party, cancellation);
            var rows = await RowsAsync(db, filter, party is null ? ofYear : Joined(db, ofYear, party, filter.Day), units, cancellation);
            var board = await ChessboardRecords.ReadAsync(db, [.. rows.Select(r => r.Id)], filter.Day, cancellation);
            var tasks = rows.Take(Most).Select(r => board.ToTask(r, filter.Day)).ToList();
            return new ChessboardView(filter, Ordered(tasks), rows.Count > Most, fault, leads);
        },
        cancellation);

    private static Task<List<ChessboardView.Lead>> LeadsAsync(YipanqiDb db, IQueryable<BusinessTask> tasks, CancellationToken cancellation)
    {
        var led = tasks.GroupBy(t => new { t.TenantId, t.LeadUnitId }).Select(g => new { g.Key.TenantId, g.Key.LeadUnitId, Tasks = g.Count() });
        return (
            from lead in led
            join unit in db.Set<Unit>() on new { lead.TenantId, Id = lead.LeadUnitId } equals new { unit.TenantId, Id = (Guid?)unit.Id }
            orderby lead.Tasks descending, unit.Code
            select new ChessboardView.Lead(unit.Id, unit.ShortName, lead.Tasks)).Take(MostLeads).ToListAsync(cancellation);
    }

    private static IQueryable<BusinessTask> Joined(YipanqiDb db, IQueryable<BusinessTask> tasks, IQueryable<Unit> party, DateOnly day) => tasks.Where(t => db.Set<FusionPoint>().Any(p =>
        p.TenantId == t.TenantId && p.TaskId == t.Id && p.FromDay <= day && (p.EndedDay == null || p.EndedDay > day) && party.Any(u => u.TenantId == p.TenantId && u.Id == p.PartyUnitId)));

    private static async Task<List<ChessboardRow>> RowsAsync(YipanqiDb db, ChessboardFilter filter, IQueryable<BusinessTask> tasks, IQueryable<Unit> units, CancellationToken cancellation)
    {
        if (filter.UnitId is { } top)
        {
            var path = await units.Where(u => u.Id == top).Select(u => u.Path).SingleOrDefaultAsync(cancellation);
            var below = units.Within(path is null ? [] : [path], u => u.Path);
            tasks = tasks.Where(t => below.Any(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId));
        }

        var (importance, text) = (filter.Importance, filter.Text);
        tasks = importance is null ? tasks : tasks.Where(t => t.Importance == importance);
        tasks = text.Length == 0 ? tasks : tasks.Where(t => t.Title.Contains(text) || t.Code.Contains(text));
        return await tasks.OrderByDescending(t => t.Importance).ThenBy(t => t.DueDay).ThenBy(t => t.Code).Take(Most + 1)
            .Select(t => new ChessboardRow(
                t.Id, t.Code, t.Title, t.Importance, t.State, t.StartDay, t.DueDay,
                db.Set<Unit>().Where(u => u.TenantId == t.TenantId && u.Id == t.LeadUnitId).Select(u => u.ShortName).FirstOrDefault() ?? ""))
            .ToListAsync(cancellation);
    }

    // The serious first; what is equally serious by importance and code.
    private static List<ChessTask> Ordered(List<ChessTask> tasks)
    {
        tasks.Sort((a, b) =>
        {
            var order = StageCells.Compare(b.Worst.Cell, a.Worst.Cell);
            order = order != 0 ? order : b.Importance.CompareTo(a.Importance);
            return order != 0 ? order : string.CompareOrdinal(a.Code, b.Code);
        });
        return tasks;
    }
}
