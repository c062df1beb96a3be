using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>登记承诺 of a member of a branch, entered by whoever manages fusion there.</summary>
public sealed class MakePledge(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    private const int MostYears = 2;

    /// <param name="TaskCode">Code of the key task it serves; empty for none.</param>
    public sealed record Input(Picked? Person, string TaskCode, string Text, string DueDay);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var (now, refusals) = (clock.GetUtcNow().UtcDateTime, new List<Refusal>());
        var today = ChinaTime.DayOf(now);
        var person = await people.FindPickedAsync(db, actor, Permission.ViewPeople, input.Person, nameof(input.Person), cancellation);
        refusals.AddRange(person.Refusals);
        var branch = person.IsDone ? await BranchAsync(db, actor, person.Value.Id, cancellation) : null;
        if (person.IsDone && branch is null)
        {
            refusals.Add(new Refusal("pledge.branch", nameof(input.Person), $"{person.Value.Name}的组织关系不在您管理的支部。"));
        }

        Guid? task = input.TaskCode.Length == 0 ? null
            : await db.Tasks(actor, Permission.ViewTasks).Where(t => t.Code == input.TaskCode).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellation);
        if (input.TaskCode.Length > 0 && task is null)
        {
            refusals.Add(new Refusal("pledge.task", nameof(input.TaskCode), "没有这个编号的重点任务，或者不在您管理的范围内。"));
        }

        FusionText.Needed(refusals, nameof(input.Text), "承诺的事", input.Text, Pledge.TextLength);
        var due = FusionText.Day(refusals, nameof(input.DueDay), input.DueDay, today, today.AddYears(MostYears));
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var pledge = Pledge.Make(person.Value, branch!, task, input.Text, today, due);
        db.Add(pledge);
        await db.SaveAsync(new Change(actor.PersonId, now, "pledge.made", nameof(Pledge), pledge.Id), cancellation);
        return pledge.Id;
    }

    private static Task<Unit?> BranchAsync(YipanqiDb db, Actor actor, Guid personId, CancellationToken cancellation)
    {
        var branches = db.Set<PersonDetail>().Where(d => d.PersonId == personId);
        return db.Set<Unit>().Within(actor, Permission.ManageFusion, u => u.Path).SingleOrDefaultAsync(u => branches.Any(d => d.TenantId == u.TenantId && d.BranchId == u.Id), cancellation);
    }
}
