using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks.Sources;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>E3.1 over the tasks the actor sees, in the running quarter: counted as the index counts it, by three commands.</summary>
public sealed class GainQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<GainView> FindAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
            var period = SourcePeriod.Of(Quarter.Of(today), today);
            var tasks = await TaskInWork.LoadAsync(db.Tasks(actor, Permission.ViewTasks), period, cancellation);
            var gains = await TaskGain.LoadAsync(db, TaskStep.DueIn(await TaskStep.LoadAsync(db, tasks, cancellation), period), period, cancellation);
            return new GainView(period.Quarter.Year, period.Quarter.Number, CountOf(gains.Where(g => g.IsLinked)), CountOf(gains.Where(g => !g.IsLinked)));
        },
        cancellation);

    private static (int Met, int Due) CountOf(IEnumerable<TaskGain> gains) => gains.Aggregate((Met: 0, Due: 0), (sum, g) => (sum.Met + (g.IsMet ? 1 : 0), sum.Due + 1));
}
