using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>What the forms of a fusion point must tell.</summary>
internal static class FusionCheck
{
    /// <summary>The facts, with the person who answers for it where one was named.</summary>
    /// <param name="known">Who answers for it already, whom the actor need not see to leave as they are.</param>
    public static async Task<Outcome<FusionFacts>> ReadAsync(YipanqiDb db, PeopleScope people, Actor actor, FusionInput input, Guid? known, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (!MeasureKind.Knows(input.Kind))
        {
            refusals.Add(new Refusal(FusionText.Code, nameof(input.Kind), "请选党建举措的类别。"));
        }

        FusionText.Needed(refusals, nameof(input.Name), "名称", input.Name, FusionPoint.NameLength);
        FusionText.Needed(refusals, nameof(input.Change), "要改变什么", input.Change, FusionPoint.ChangeLength);
        FusionText.Needed(refusals, nameof(input.Whom), "为了谁", input.Whom, FusionPoint.WhomLength);
        FusionText.Needed(refusals, nameof(input.Measure), "怎样衡量", input.Measure, FusionPoint.MeasureLength);
        var owner = known is not null && input.Owner?.Key == known ? known : null;
        if (owner is null && input.Owner is { IsEmpty: false })
        {
            var found = await people.FindPickedAsync(db, actor, Permission.ViewPeople, input.Owner, nameof(input.Owner), cancellation);
            refusals.AddRange(found.Refusals);
            owner = found.IsDone ? found.Value.Id : null;
        }

        return refusals.Count > 0 ? Outcome<FusionFacts>.Refused(refusals) : new FusionFacts(input.Kind, input.Name, input.Change, input.Whom, input.Measure, owner);
    }
}
