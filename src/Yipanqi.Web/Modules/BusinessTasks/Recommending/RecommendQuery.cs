using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Text;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Measures;

namespace Yipanqi.Web.Modules.BusinessTasks.Recommending;

/// <summary>
/// 推荐结合点: measures that fit a key task, of those the actor sees that run on the day, and of the shipped cases. Read are the task's title and content
/// and each measure's name and description, nothing else; it saves nothing. A person decides.
/// </summary>
public sealed class RecommendQuery(UnitOfWork unitOfWork, RecommenderShelf shelf, TimeProvider clock)
{
    public const int Shown = 5;

    /// <summary>As many organisations as may do the same thing in the same words before fewer than <see cref="Shown"/> different ones are named.</summary>
    private const int MostAlike = 12;

    /// <summary>Beyond this the newest are looked at.</summary>
    public const int MostMeasures = 3_000;

    /// <summary>Empty for a task that is not there or not the actor's to see. Five commands; one fewer where the same measures were looked at before, and where none of them fits.</summary>
    public Task<IReadOnlyList<RecommendedMeasure>> FindAsync(Actor actor, Guid taskId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, taskId, cancellation), cancellation);

    private async Task<IReadOnlyList<RecommendedMeasure>> FindAsync(YipanqiDb db, Actor actor, Guid taskId, CancellationToken cancellation)
    {
        var task = await db.Tasks(actor, Permission.ViewTasks).Where(t => t.Id == taskId).Select(t => new { t.Title, t.Content }).SingleOrDefaultAsync(cancellation);
        if (task is null)
        {
            return [];
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var running = db.Measures(actor, Permission.ViewTasks).Where(m => m.State == MeasureState.Active && m.UnitId != null && (m.ToDay == null || m.ToDay >= today))
            .OrderByDescending(m => m.FromDay).ThenByDescending(m => m.Code).Take(MostMeasures);
        var joined = await db.Set<FusionPoint>().Where(p => p.TaskId == taskId && p.State == FusionState.Live && p.FromMeasureId != null).Select(p => p.FromMeasureId).ToListAsync(cancellation);
        var recommender = await RecommenderAsync(running, cancellation);
        var found = recommender.For($"{task.Title} {task.Content}".Trim(), (Shown * MostAlike) + joined.Count)
            .Select(f => (Id: Guid.TryParse(f.Measure.Id, out var id) ? id : (Guid?)null, Found: f)).Where(f => f.Id is null || !joined.Contains(f.Id)).DistinctBy(f => (f.Found.Measure.Name, f.Found.Measure.Description)).Take(Shown).ToList();
        var own = found.Select(f => f.Id).OfType<Guid>().ToArray();
        var lines = own.Length == 0 ? [] : await MeasuresQuery.Lines(db, db.Measures(actor, Permission.ViewTasks).Where(m => EF.Parameter(own).Contains(m.Id))).ToDictionaryAsync(l => l.Id, cancellation);
        return [.. found.Where(f => f.Id is not { } id || lines.ContainsKey(id)).Select(f => new RecommendedMeasure(f.Id is { } id ? lines[id] : null, f.Id is null ? CaseMeasure.Find(f.Found.Measure.Id) : null, f.Found.Words))];
    }

    private async Task<MeasureRecommender> RecommenderAsync(IQueryable<PartyMeasure> measures, CancellationToken cancellation)
    {
        var versions = await measures.Select(m => new { m.Id, m.Version }).ToListAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        versions.ForEach(v =>
        {
            hash.AppendData(v.Id.ToByteArray());
            hash.AppendData(BitConverter.GetBytes(v.Version));
        });
        var key = Convert.ToHexStringLower(hash.GetHashAndReset());
        return shelf.Find(key) ?? shelf.Keep(key,
        [
            .. (await measures.Select(m => new { m.Id, m.Name, m.Description }).ToListAsync(cancellation)).Select(m => new Measure(m.Id.ToString(), m.Name, m.Description)),
            .. CaseMeasure.All.Select(c => new Measure(c.Code, c.Name, c.Description)),
        ]);
    }
}
