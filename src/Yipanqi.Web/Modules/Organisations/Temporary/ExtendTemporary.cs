using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.History;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Its task takes longer: approved anew until a later day.</summary>
public sealed class ExtendTemporary(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid UnitId, string UntilDay, string Basis);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        await db.LockAccessAsync(cancellation);
        if (await db.FindTemporaryAsync(actor, input.UnitId, cancellation) is not { } organisation)
        {
            return TemporaryText.Absent;
        }

        var refusals = new List<Refusal>();
        TemporaryText.Needed(refusals, nameof(input.Basis), "批准依据", input.Basis, UnitChangeBasis.BasisLength);
        var until = TemporaryText.Day(refusals, nameof(input.UntilDay), input.UntilDay, organisation.UntilDay.AddDays(1), organisation.FromDay.AddYears(FoundTemporary.MostYears));
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        organisation.Extend(until, input.Basis);
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "temporary.extended", nameof(Unit), input.UnitId, input.Basis), cancellation);
        return input.UnitId;
    }
}
