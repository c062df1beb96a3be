using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>Takes away an objective that was entered by mistake; one that others serve stays.</summary>
public sealed class RemoveObjective(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid ObjectiveId, int Version);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObjectiveText.RunAsync(unitOfWork, actor, input.ObjectiveId, input.Version, (db, objective) => SaveAsync(db, actor, objective, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Objective objective, CancellationToken cancellation)
    {
        if (await db.Set<Objective>().AnyAsync(o => o.TiedToId == objective.Id, cancellation))
        {
            return new Refusal("objective.served", "", "没有删除。还有党建目标对应着它，请先改那些目标的对应关系。");
        }

        db.Remove(objective);
        var detail = JsonSerializer.Serialize(new { unit = objective.UnitId, year = objective.Year, track = objective.Track.ToString() });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "objective.removed", nameof(Objective), objective.Id, "", detail), cancellation);
        return objective.Id;
    }
}
