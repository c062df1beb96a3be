using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The quarter's side of a publication: whether its cycle has come to it, and the step itself.</summary>
internal static class QuarterPublication
{
    /// <summary>Moves the quarter to published inside the unit of work of <see cref="PublishAssessment"/>; null, or why not.</summary>
    public static async Task<Refusal?> MoveAsync(YipanqiDb db, Actor actor, AssessmentSnapshot snapshot, string reason, DateTime now, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(now);
        if (await db.CycleOfAsync(snapshot.Quarter, cancellation) is not { } cycle)
        {
            return CycleAccess.NotOpened;
        }

        if (cycle.State == QuarterState.Published)
        {
            return new Refusal("publish.correct", "", "本季度已发布。要更正，请先启动更正并写明理由。");
        }

        if (cycle.ObstacleTo(QuarterState.Published, today) is not CycleObstacle.None and var obstacle)
        {
            return CycleWords.Of(obstacle, cycle, QuarterState.Published);
        }

        if (cycle.State != QuarterState.Correcting && cycle.SchemeId != snapshot.SchemeId)
        {
            return new Refusal("publish.scheme", "", "这份预览用的方案不是本季度开启时定的方案。请按本季度的方案重新测算。");
        }

        var key = snapshot.QuarterKey;
        var open = await db.Set<Objection>().CountAsync(o => o.QuarterKey == key && o.State == ObjectionState.Filed, cancellation);
        if (open > 0)
        {
            return new Refusal("publish.objections", "", $"还有 {open} 件申诉没有答复，答复后才能发布。");
        }

        db.Add(cycle.Move(QuarterState.Published, today, null, actor.PersonId, now, reason));
        return null;
    }
}
