using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.History;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>A Party member belongs to a temporary organisation besides the own branch; one secretary at a time.</summary>
public sealed class JoinTemporary(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, Picked? Person, TemporaryRole Role, string FromDay);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        UnitChangeAccess.RunAsync(unitOfWork, actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        if (await db.FindTemporaryAsync(actor, input.UnitId, cancellation) is not { } organisation)
        {
            return TemporaryText.Absent;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var refusals = new List<Refusal>();
        var from = TemporaryText.Day(refusals, nameof(input.FromDay), input.FromDay, organisation.FromDay, ChinaTime.DayOf(now));
        var person = await people.FindMemberAsync(db, actor, input.Person, nameof(input.Person), cancellation);
        refusals.AddRange(person.Refusals);
        var inside = await db.Set<TemporaryMember>().Where(m => m.UnitId == organisation.UnitId).ToListAsync(cancellation);
        if (person.IsDone && inside.Exists(m => m.PersonId == person.Value && (m.ToDay is null || m.ToDay >= from)))
        {
            refusals.Add(new Refusal("temporary.member", nameof(input.Person), "此人在这一天已经是这里的成员。"));
        }

        if (!Enum.IsDefined(input.Role) || (input.Role == TemporaryRole.Secretary && inside.Exists(m => m.Role == TemporaryRole.Secretary && m.ToDay is null)))
        {
            refusals.Add(new Refusal("temporary.role", nameof(input.Role), Enum.IsDefined(input.Role) ? "现在已有书记。请先办理他退出，再指定新的书记。" : "请选担任什么。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        db.Add(TemporaryMember.Join(organisation, person.Value, input.Role, from));
        var detail = JsonSerializer.Serialize(new { person = person.Value, role = input.Role.ToString() });
        await db.SaveAsync(new Change(actor.PersonId, now, "temporary.joined", nameof(Unit), organisation.UnitId, "", detail), cancellation);
        return organisation.UnitId;
    }
}
