using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The duties in force that an event asks for, and the units for which the actor registers one.</summary>
public sealed class EventDutiesQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <param name="Duties">In the order of levels.</param>
    /// <param name="Units">The actor's own units; empty where the events of units below are asked for.</param>
    public sealed record View(IReadOnlyList<DutyFacts> Duties, IReadOnlyList<(Guid Id, string Name)> Units);

    /// <summary>What the actor has themselves.</summary>
    public Task<View> OwnAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var duties = await DutiesAsync(db, cancellation);
            var (all, own, today) = (await DutyHolders.UnitsAsync(db, cancellation), new Dictionary<DutyLevel, List<(Guid Id, string Name)>>(), Today);
            foreach (var level in duties.Select(d => d.Level).Distinct())
            {
                var units = await EventPlaces.Own(db, all[level], level, actor, today).OrderBy(u => u.Path).Select(u => new { u.Id, u.Name }).ToListAsync(cancellation);
                own[level] = units.ConvertAll(u => (u.Id, u.Name));
            }

            return new View([.. duties.Where(d => own[d.Level].Count > 0)], [.. own.Values.SelectMany(u => u).Distinct()]);
        },
        cancellation);

    /// <summary>What the levels below the actor have; members register their own.</summary>
    public Task<View> BelowAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId, async db => new View((await DutiesAsync(db, cancellation)).FindAll(d => d.Level != DutyLevel.Member), []), cancellation);

    private static async Task<List<DutyFacts>> DutiesAsync(YipanqiDb db, CancellationToken cancellation) =>
        (await GenerateObligations.InForceAsync(db, cancellation)).ConvertAll(d => d.Duty.Facts).FindAll(d => d.IsRaised);
}
