using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>开启填报：names the scheme, the last day for figures and the length of the objection period, all told beforehand.</summary>
public sealed class OpenQuarter(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Quarter Quarter, Guid SchemeId, DateOnly? CollectUntil, int? ObjectionDays);

    public async Task<Outcome<bool>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (input.CollectUntil is not { } until || until < ChinaTime.DayOf(now))
        {
            return new Refusal("cycle.until", nameof(input.CollectUntil), "请写填报截止日，不早于今天。");
        }

        if (input.ObjectionDays is not (>= 0 and <= QuarterCycle.MostObjectionDays and var days))
        {
            return new Refusal("cycle.days", nameof(input.ObjectionDays), $"申诉期写 0–{QuarterCycle.MostObjectionDays} 天；0 表示不设申诉期。");
        }

        return await unitOfWork.WriteAsync<bool>(
            actor.TenantId,
            async db =>
            {
                if (!await db.ReachesAllAsync(actor, Permission.RunAssessment, cancellation))
                {
                    return CycleAccess.Partial;
                }

                if (!await db.Set<Scheme>().AnyAsync(s => s.Id == input.SchemeId && s.Status == SchemeStatus.Published, cancellation))
                {
                    return new Refusal("cycle.scheme", nameof(input.SchemeId), "请选一个已发布的方案。");
                }

                if (await db.CycleOfAsync(input.Quarter, cancellation) is not null)
                {
                    return new Refusal("cycle.open", "", $"{input.Quarter.Chinese}已经开启。请刷新后再看。");
                }

                db.Add(QuarterCycle.Open(db.TenantId, input.Quarter, input.SchemeId, until, days));
                db.Add(QuarterStep.Of(db.TenantId, input.Quarter.Key, 0, QuarterState.NotOpened, QuarterState.Collecting, actor.PersonId, now, ""));
                var detail = JsonSerializer.Serialize(new { quarter = input.Quarter.ToString(), scheme = input.SchemeId, until, objectionDays = days });
                await db.SaveAsync(new Change(actor.PersonId, now, "quarter.opened", nameof(QuarterCycle), null, "", detail), cancellation);
                return true;
            },
            cancellation);
    }
}
