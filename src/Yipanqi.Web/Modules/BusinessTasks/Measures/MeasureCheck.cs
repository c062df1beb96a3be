using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>What the forms of a Party measure must tell.</summary>
internal static class MeasureCheck
{
    /// <summary>What a measure is and whose; the organisation is null for one that waits to be assigned.</summary>
    public sealed record Told(MeasureFacts Facts, Unit? Unit);

    /// <param name="known">Who answers for it already, whom the actor need not see to leave as they are.</param>
    public static async Task<Outcome<Told>> ReadAsync(YipanqiDb db, PeopleScope people, Actor actor, MeasureInput input, Guid? known, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (!MeasureKind.Knows(input.Kind))
        {
            refusals.Add(new Refusal(FusionText.Code, nameof(input.Kind), "请选党建举措的类别。"));
        }

        FusionText.Needed(refusals, nameof(input.Name), "名称", input.Name, PartyMeasure.NameLength);
        FusionText.Needed(refusals, nameof(input.Description), "做什么", input.Description, PartyMeasure.DescriptionLength);
        FusionText.Short(refusals, nameof(input.Source), "出处", input.Source, PartyMeasure.SourceLength);
        var (from, to) = Days(refusals, input);
        var unit = await UnitAsync(db, actor, input, refusals, cancellation);
        var owner = known is not null && input.Owner?.Key == known ? known : null;
        if (owner is null && input.Owner is { IsEmpty: false })
        {
            var found = await people.FindPickedAsync(db, actor, Permission.ViewPeople, input.Owner, nameof(input.Owner), cancellation);
            refusals.AddRange(found.Refusals);
            owner = found.IsDone ? found.Value.Id : null;
        }

        return refusals.Count > 0 ? Outcome<Told>.Refused(refusals) : new Told(new MeasureFacts(input.Kind, input.Name, input.Description, from, to, owner, input.Source), unit);
    }

    private static (DateOnly From, DateOnly? To) Days(List<Refusal> refusals, MeasureInput input)
    {
        var from = FusionText.Day(refusals, nameof(input.FromDay), input.FromDay, MeasureText.Earliest, MeasureText.Latest);
        return (from, input.ToDay.Length == 0 ? null : FusionText.Day(refusals, nameof(input.ToDay), input.ToDay, from, MeasureText.Latest));
    }

    private static async Task<Unit?> UnitAsync(YipanqiDb db, Actor actor, MeasureInput input, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (input.Unit is null or { IsEmpty: true } && actor.SeesUnassigned())
        {
            return null;
        }

        var unit = await db.FindPickedAsync(actor, Permission.ManageFusion, input.Unit, nameof(input.Unit), cancellation, Track.Party);
        refusals.AddRange(unit.Refusals);
        return unit.IsDone ? unit.Value : null;
    }
}
