using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Modules.BusinessTasks.Sources;

/// <summary>A key task that somebody leads and that counts in the quarter.</summary>
internal sealed record TaskInWork(Guid Id, string Code, string Title, TaskImportance Importance, DateOnly StartDay, DateOnly DueDay, DateOnly? DoneDay, Guid LeadUnitId)
{
    public double Weight => (double)Importance;

    public string Link => "/tasks/" + Id;

    public string Name => $"{Code} {Title}";

    /// <summary>Whether it was still in work when the quarter began; one finished early counts by what falls due alone.</summary>
    public bool IsInWorkFrom(DateOnly first) => DoneDay is not { } done || done >= first;

    public bool IsOpenOn(DateOnly day) => DoneDay is not { } done || done > day;

    /// <summary>The tasks that count for the units asked: led by them, or by a unit for which they answer as Party organisation; all where none are asked for.</summary>
    public static IQueryable<BusinessTask> Of(YipanqiDb db, LinkedUnits party, Guid[]? asked)
    {
        Guid?[] leads = asked is null ? [] : [.. asked, .. party.GoingWith(asked)];
        return asked is null ? db.Set<BusinessTask>() : db.Set<BusinessTask>().Where(t => EF.Parameter(leads).Contains(t.LeadUnitId));
    }

    /// <summary>Begun by the day looked at, not given up, and neither finished nor due before the quarter.</summary>
    public static Task<List<TaskInWork>> LoadAsync(IQueryable<BusinessTask> tasks, SourcePeriod period, CancellationToken cancellation)
    {
        var (first, day) = (period.Quarter.FirstDay, period.AsOf);
        return tasks.Where(t => t.LeadUnitId != null && t.State != TaskState.Cancelled && t.StartDay <= day && (t.DoneDay == null || t.DoneDay >= first || t.DueDay >= first)).OrderBy(t => t.Code)
            .Select(t => new TaskInWork(t.Id, t.Code, t.Title, t.Importance, t.StartDay, t.DueDay, t.DoneDay, t.LeadUnitId!.Value)).ToListAsync(cancellation);
    }
}
