using System.Globalization;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>Enters an objective of the year of a Party organisation or of an administrative unit.</summary>
public sealed class AddObjective(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Picked? Unit, string Year, string Text);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunAsync(unitOfWork, actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var unit = await db.FindPickedAsync(actor, Permission.ManageTasks, input.Unit, nameof(input.Unit), cancellation);
        var refusals = unit.Refusals.ToList();
        if (!TaskText.TryReadYear(input.Year, out var year))
        {
            refusals.Add(new Refusal("objective.year", nameof(input.Year), string.Create(CultureInfo.InvariantCulture, $"年度要填 {TaskText.FirstYear} 到 {TaskText.LastYear} 的年份，如 2026。")));
        }

        if (ObjectiveText.Fault(nameof(input.Text), input.Text) is { } fault)
        {
            refusals.Add(fault);
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var objective = Objective.New(unit.Value, year, input.Text);
        db.Add(objective);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "objective.added", nameof(Objective), objective.Id), cancellation);
        return objective.Id;
    }
}
