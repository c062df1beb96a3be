using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>Changes the words of an objective.</summary>
public sealed class EditObjective(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">The version that the person read.</param>
    public sealed record Input(Guid ObjectiveId, int Version, string Text);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ObjectiveText.RunAsync(unitOfWork, actor, input.ObjectiveId, input.Version, (db, objective) => SaveAsync(db, actor, objective, input.Text, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Objective objective, string text, CancellationToken cancellation)
    {
        if (ObjectiveText.Fault(nameof(Input.Text), text) is { } fault)
        {
            return fault;
        }

        if (objective.Reword(text))
        {
            await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "objective.edited", nameof(Objective), objective.Id), cancellation);
        }

        return objective.Id;
    }
}
