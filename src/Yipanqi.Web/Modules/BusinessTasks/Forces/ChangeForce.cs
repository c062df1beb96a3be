using System.Text.Json;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Plans change: another name, a longer or shorter term, other days away or none. What it was before stands in the journal.</summary>
public sealed class ChangeForce(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="AwayPlace">Empty where it stays; then its days are not read.</param>
    public sealed record Input(Guid ForceId, int Version, string Name, string UntilDay, string AwayPlace, string AwayFrom, string AwayUntil);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeForceAsync(actor, input.ForceId, input.Version, (db, force) => SaveAsync(db, actor, input, force, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, TaskForce force, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        FusionText.Needed(refusals, nameof(input.Name), "名称", input.Name, TaskForce.NameLength);
        var until = FusionText.Day(refusals, nameof(input.UntilDay), input.UntilDay, force.FromDay, force.FromDay.AddYears(FoundForce.MostYears));
        var away = FoundForce.ReadAway(refusals, input.AwayPlace, input.AwayFrom, input.AwayUntil, force.FromDay, until);
        if (away is null && force.TemporaryUnitId is not null)
        {
            refusals.Add(new Refusal("force.away", nameof(input.AwayPlace), "已成立临时党组织，外出地点要写。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var before = new { force.Name, until = force.UntilDay, place = force.AwayPlace, from = force.AwayFrom, back = force.AwayUntil };
        force.Plan(input.Name, until);
        if (away is { } days)
        {
            force.GoAway(input.AwayPlace, days.From, days.Until);
        }
        else
        {
            force.Stay();
        }

        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "force.changed", nameof(TaskForce), force.Id, "", JsonSerializer.Serialize(new { before, until, away = force.AwayDays })), cancellation);
        return force.Id;
    }
}
