using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Adds a person to a task force; a Party member to its temporary organisation too.</summary>
public sealed class JoinForce(UnitOfWork unitOfWork, PeopleScope people, TimeProvider clock)
{
    public sealed record Input(Guid ForceId, int Version, Picked? Person, string FromDay);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeForceAsync(actor, input.ForceId, input.Version, (db, force) => SaveAsync(db, actor, input, force, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, TaskForce force, CancellationToken cancellation)
    {
        var (now, refusals) = (clock.GetUtcNow().UtcDateTime, new List<Refusal>());
        var person = await people.FindPickedAsync(db, actor, Permission.ViewPeople, input.Person, nameof(input.Person), cancellation);
        refusals.AddRange(person.Refusals);
        var from = FusionText.Day(refusals, nameof(input.FromDay), input.FromDay, force.FromDay, ChinaTime.DayOf(now));
        if (person.IsDone && await db.Set<ForceMember>().AnyAsync(m => m.ForceId == force.Id && m.PersonId == person.Value.Id && (m.LeftDay == null || m.LeftDay > from), cancellation))
        {
            refusals.Add(new Refusal("force.member", nameof(input.Person), "此人在这一天已经在队里。"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        db.Add(ForceMember.Join(force, person.Value.Id, from, isLeader: false));
        var detail = JsonSerializer.Serialize(new { person = person.Value.Id });
        var changes = new List<Change> { new(actor.PersonId, now, "force.joined", nameof(TaskForce), force.Id, "", detail) };
        if (await OrganisationAsync(db, force, person.Value.Id, from, cancellation) is { } organisation)
        {
            db.Add(TemporaryMember.Join(organisation, person.Value.Id, TemporaryRole.Member, from > organisation.FromDay ? from : organisation.FromDay));
            changes.Add(new(actor.PersonId, now, "temporary.joined", nameof(Unit), organisation.UnitId, "", detail));
        }

        await db.SaveAsync(changes, cancellation);
        return force.Id;
    }

    // The temporary organisation of the force, where the person is a Party member and not in it on that day or later.
    private static async Task<TemporaryOrganisation?> OrganisationAsync(YipanqiDb db, TaskForce force, Guid person, DateOnly from, CancellationToken cancellation) =>
        force.TemporaryUnitId is not { } unit || !await db.Set<PersonDetail>().AnyAsync(d => d.PersonId == person && d.BranchId != null, cancellation) ? null
        : await db.Set<TemporaryOrganisation>().SingleOrDefaultAsync(
            t => t.UnitId == unit && t.DissolvedDay == null && !db.Set<TemporaryMember>().Any(m => m.TenantId == t.TenantId && m.UnitId == unit && m.PersonId == person && (m.ToDay == null || m.ToDay >= from)), cancellation);
}
