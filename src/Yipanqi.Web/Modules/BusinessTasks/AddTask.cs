using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>Enters one key task; without a leading unit it waits to be claimed, which only who manages a whole tree can leave open.</summary>
public sealed class AddTask(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Code">Empty for one that is made.</param>
    public sealed record Input(string Code, Picked? Lead, TaskValues Values);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        TaskChanges.RunAsync(unitOfWork, actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (TaskText.CodeFault(input.Code) is { } fault)
        {
            refusals.Add(TaskText.Fault(nameof(input.Code), fault));
        }
        else if (input.Code.Length > 0 && await db.Set<BusinessTask>().AnyAsync(t => t.Code == input.Code, cancellation))
        {
            refusals.Add(TaskText.Fault(nameof(input.Code), $"编号 {input.Code} 已经用过。请换一个，或空着由平台编。"));
        }

        var facts = TaskText.Read(input.Values);
        refusals.AddRange(facts.Refusals);
        Unit? lead = null;
        if (input.Lead is { IsEmpty: false } || !actor.SeesUnclaimed())
        {
            var found = await db.FindLeadAsync(actor, input.Lead, nameof(input.Lead), cancellation);
            refusals.AddRange(found.Refusals);
            lead = found.IsDone ? found.Value : null;
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var task = BusinessTask.New(actor.TenantId, input.Code, facts.Value);
        task.Assign(lead);
        db.Add(task);
        await db.SetPartnersAsync(actor, task, input.Values.Partners, cancellation);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "task.added", nameof(BusinessTask), task.Id), cancellation);
        return task.Id;
    }
}
