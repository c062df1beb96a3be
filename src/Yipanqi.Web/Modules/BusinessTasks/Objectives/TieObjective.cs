using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>Ties a Party objective to the business objective of the same year that it serves, or unties it.</summary>
public sealed class TieObjective(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="ToId">Null unties.</param>
    public sealed record Input(Guid ObjectiveId, int Version, Guid? ToId);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObjectiveText.RunAsync(unitOfWork, actor, input.ObjectiveId, input.Version, (db, objective) => SaveAsync(db, actor, objective, input.ToId, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Objective objective, Guid? toId, CancellationToken cancellation)
    {
        if (objective.Track != Track.Party)
        {
            return new Refusal("objective.track", nameof(Input.ToId), "党建目标对应业务目标。请在党建目标上办理。");
        }

        var business = toId is null ? null : await db.Objectives(actor, Permission.ViewTasks)
            .SingleOrDefaultAsync(o => o.Id == toId && o.Track == Track.Administrative && o.Year == objective.Year, cancellation);
        if (toId is not null && business is null)
        {
            return new Refusal("objective.business", nameof(Input.ToId), $"没有这个 {objective.Year} 年的业务目标，或者不在您能看的范围内。请重新选择。");
        }

        if (objective.Tie(business))
        {
            var detail = JsonSerializer.Serialize(new { to = business?.Id });
            await db.SaveAsync(
                new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, business is null ? "objective.untied" : "objective.tied", nameof(Objective), objective.Id, "", detail), cancellation);
        }

        return objective.Id;
    }
}
