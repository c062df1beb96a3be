using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A quarter's cycle as pages see it.</summary>
internal static class CycleReading
{
    public static CycleView ViewOf(QuarterCycle cycle, IReadOnlyList<CycleView.Taken> steps, DateOnly today) =>
        new(cycle.State, cycle.SchemeId, cycle.CollectUntil, cycle.ObjectionDays, cycle.ObjectionsUntil, today, steps);

    public static async Task<CycleView?> CycleViewAsync(this YipanqiDb db, Quarter quarter, DateOnly today, CancellationToken cancellation)
    {
        if (await db.CycleOfAsync(quarter, cancellation) is not { } cycle)
        {
            return null;
        }

        var key = quarter.Key;
        var steps = await db.Set<QuarterStep>().AsNoTracking().Where(s => s.QuarterKey == key).OrderBy(s => s.Number).ToListAsync(cancellation);
        var names = await PersonNames.LoadAsync(db, steps.Select(s => (Guid?)s.ById), cancellation);
        return ViewOf(cycle, steps.ConvertAll(s => new CycleView.Taken(s.From, s.To, s.AtUtc, names.Of(s.ById), s.Reason)), today);
    }

    /// <summary>The quarter that is being worked on: the newest one opened and not yet published, else the one before today's.</summary>
    public static async Task<Quarter> CurrentQuarterAsync(this YipanqiDb db, DateOnly today, CancellationToken cancellation)
    {
        var open = await db.Set<QuarterCycle>().Where(c => c.State != QuarterState.Published).OrderByDescending(c => c.QuarterKey).Select(c => (int?)c.QuarterKey).FirstOrDefaultAsync(cancellation);
        return open is { } key ? Quarter.FromKey(key) : Quarter.Of(today).Previous;
    }
}
