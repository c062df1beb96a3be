using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Registers one person, a member with their branch.</summary>
public sealed class AddPerson(UnitOfWork unitOfWork, PersonalSeal seal, TimeProvider clock)
{
    /// <param name="Branch">Code or name of the branch; empty for people without membership.</param>
    /// <param name="BranchFrom">First day there.</param>
    public sealed record Input(PersonValues Values, string Branch, string BranchFrom);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Guid>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return new Refusal("person.raced", "StaffCode", "没有保存。刚才有人登记了同一个工号或证件号，请核对。");
        }
    }

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DayOf(now);
        var (refusals, facts) = PersonText.Read(input.Values, today);
        if (facts.StaffCode.Length > 0 && await db.Set<PersonDetail>().AnyAsync(d => d.StaffCode == facts.StaffCode, cancellation))
        {
            refusals.Add(new Refusal("person.code", "StaffCode", $"工号 {facts.StaffCode} 已经用过。请核对；要改已有的人，请在此人的页面上修改。"));
        }

        var branch = await BranchAsync(db, actor, input, facts.Status, today, refusals, cancellation);
        var work = input.Values.WorkUnit.Length == 0 ? null : Taken(await db.FindUnitAsync(actor, Track.Administrative, input.Values.WorkUnit, "WorkUnit", cancellation), refusals);
        if (refusals.Count == 0 && branch is null && work is null)
        {
            refusals.Add(new Refusal("person.place", "WorkUnit", "所在支部和工作单位至少填一个，否则没有人能管理这条记录。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var person = Person.New(actor.TenantId, input.Values.Name, null);
        var detail = PersonDetail.New(person, facts with { WorkUnitId = work?.Id });
        var numbers = await PersonNumbers.ApplyAsync(db, seal, detail, input.Values, cancellation);
        if (!numbers.IsDone)
        {
            return Outcome<Guid>.Refused(numbers.Refusals);
        }

        db.AddRange(person, detail);
        if (branch is not null)
        {
            _ = DayText.TryRead(input.BranchFrom, out var from);
            db.Add(Membership.Begin(detail, branch.Id, from!.Value, MembershipKind.Registered, ""));
        }

        await db.SaveAsync(new Change(actor.PersonId, now, "person.added", nameof(Person), person.Id), cancellation);
        return person.Id;
    }

    private static async Task<Unit?> BranchAsync(YipanqiDb db, Actor actor, Input input, PartyStatus status, DateOnly today, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (!PartyWords.IsMember(status))
        {
            return input.Branch.Length == 0 ? null : Refuse("Branch", $"{PartyWords.Of(status)}没有组织关系。请清空所在支部。");
        }

        if (input.Branch.Length == 0)
        {
            return Refuse("Branch", "党员要编入一个支部。请填所在支部的编码或名称。");
        }

        if (input.BranchFrom.Length == 0 || PersonText.DayFault("进入支部日期", input.BranchFrom, today) is not null)
        {
            refusals.Add(new Refusal("person.text", "BranchFrom", PersonText.DayFault("进入支部日期", input.BranchFrom, today) ?? "进入支部日期没有填。"));
        }

        return Taken(await db.FindUnitAsync(actor, Track.Party, input.Branch, "Branch", cancellation), refusals);

        Unit? Refuse(string field, string message)
        {
            refusals.Add(new Refusal("person.branch", field, message));
            return null;
        }
    }

    private static Unit? Taken(Outcome<Unit> found, List<Refusal> refusals)
    {
        refusals.AddRange(found.Refusals);
        return found.IsDone ? found.Value : null;
    }
}
