using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>Puts a plan without faults into the context.</summary>
internal static class TaskWriter
{
    public static async Task<ImportResult> WriteAsync(YipanqiDb db, TaskPlan plan, IReadOnlyDictionary<Guid, Unit> leads, DateTime nowUtc, CancellationToken cancellation)
    {
        var changed = plan.Rows.Where(r => r.Change != RowChange.Unchanged).ToList();
        var tasks = changed.ToDictionary(r => r, r => r.Existing ?? BusinessTask.New(db.TenantId, r.Code, r.Facts));
        foreach (var (row, task) in tasks)
        {
            Describe(row, task, leads, nowUtc);
            PutFigure(db, plan.Known, row, task);
            row.Steps?.Write(db, task, plan.Known.StepsOf(task));
        }

        var added = changed.Where(r => r.Existing is null).ToList();
        db.AddRange(added.Select(r => tasks[r]));
        var supported = changed.Where(r => r.Partners is not null).ToList();
        await db.PutPartnersAsync([.. supported.Select(r => tasks[r])], supported.ToDictionary(r => tasks[r].Id, r => r.Partners!), cancellation);
        var unclaimed = tasks.Values.Any(t => t.LeadUnitId is null);
        return new ImportResult(added.Count, changed.Count - added.Count, plan.Rows.Count - changed.Count, [.. changed.Select(r => r.Code)], unclaimed ? "/tasks/unclaimed" : "/tasks");
    }

    private static void Describe(PlannedTask row, BusinessTask task, IReadOnlyDictionary<Guid, Unit> leads, DateTime nowUtc)
    {
        task.Describe(row.Facts);
        task.NameUnits(row.LeadText, row.PartnerText);
        if (row.Lead is { } lead)
        {
            task.Assign(leads[lead.Id]);
        }

        task.Heard(nowUtc);
    }

    private static void PutFigure(YipanqiDb db, KnownTasks known, PlannedTask row, BusinessTask task)
    {
        if (row.Figure is not { } facts)
        {
            return;
        }

        if (row.Existing is not null && known.FigureOf(task) is { } figure)
        {
            figure.Describe(facts);
        }
        else
        {
            db.Add(KeyFigure.New(task, TaskImport.FigureCode, facts));
        }
    }
}
