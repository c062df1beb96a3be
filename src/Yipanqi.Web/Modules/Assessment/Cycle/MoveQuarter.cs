using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// A step of an opened quarter: closes the collection, reopens it, takes objections, begins a correction or gives one up.
/// Publication is a step of its own, see <see cref="PublishAssessment"/>.
/// </summary>
public sealed class MoveQuarter(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const int MostReason = 500;

    /// <param name="CollectUntil">The new last day, where the collection is reopened.</param>
    public sealed record Input(Quarter Quarter, QuarterState To, string Reason, DateOnly? CollectUntil = null);

    public Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        actor.TenantId,
        async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var (today, reason) = (ChinaTime.DayOf(now), input.Reason.Trim());
            if (await db.CycleOfAsync(input.Quarter, cancellation) is not { } cycle)
            {
                return CycleAccess.NotOpened;
            }

            if (!await db.ReachesAllAsync(actor, Permission.RunAssessment, cancellation))
            {
                return CycleAccess.Partial;
            }

            // Publishing has its own permission and checks; only a correction is given up here.
            var obstacle = input.To == QuarterState.Published && cycle.State != QuarterState.Correcting ? CycleObstacle.NoSuchStep : cycle.ObstacleTo(input.To, today);
            if (obstacle != CycleObstacle.None)
            {
                return CycleWords.Of(obstacle, cycle, input.To);
            }

            if ((QuarterCycle.NeedsReason(cycle.State, input.To) && reason.Length == 0) || reason.Length > MostReason)
            {
                return new Refusal("cycle.reason", nameof(input.Reason), $"请写明理由，{MostReason} 字以内。");
            }

            if (input.To == QuarterState.Collecting && !(input.CollectUntil >= today))
            {
                return new Refusal("cycle.until", nameof(input.CollectUntil), "请写新的填报截止日，不早于今天。");
            }

            if (input.To == QuarterState.Objecting && !await db.Set<AssessmentSnapshot>().AnyAsync(s => s.QuarterKey == input.Quarter.Key && s.SchemeId == cycle.SchemeId, cancellation))
            {
                return new Refusal("cycle.preview", "", "还没有测算，各单位看不到自己的预览。请先测算、核对，再进入申诉。");
            }

            if (input.To == QuarterState.Correcting)
            {
                await PackedObservations.UnpackAsync(db, input.Quarter, cancellation);
            }

            var from = cycle.State;
            db.Add(cycle.Move(input.To, today, input.CollectUntil, actor.PersonId, now, reason));
            var detail = JsonSerializer.Serialize(new { quarter = input.Quarter.ToString(), from = from.ToString(), to = input.To.ToString(), until = cycle.ObjectionsUntil });
            await db.SaveAsync(new Change(actor.PersonId, now, "quarter.moved", nameof(QuarterCycle), null, reason, detail), cancellation);
            return true;
        },
        cancellation);
}
