using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// What the open quarter waits for a person with: items their organisation owes, sheets their unit signs, self-reports to review, adjustments to confirm, objections to answer. Each count
/// asks what the list behind its menu entry asks.
/// </summary>
public sealed class WaitingAssessment(UnitOfWork unitOfWork) : IWaitingCount
{
    public const string Report = "/assessment/report";
    public const string Supply = "/assessment/supply";
    public const string Reviews = "/assessment/reviews";
    public const string Adjustments = "/assessment/adjustments";
    public const string Objections = "/assessment/objections";

    private const Permission Any = Permission.EnterObservations | Permission.SupplyObservations | Permission.ReviewObservations | Permission.PublishAssessment | Permission.AnswerObjections;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor, CancellationToken cancellation) => !actor.CanAny(Any)
        ? new Dictionary<string, int>()
        : await unitOfWork.ReadAsync(actor.TenantId, db => ReadAsync(db, actor, cancellation), cancellation);

    // The quarter that pages show where none is asked for; where every quarter is published, nothing waits.
    private static async Task<IReadOnlyDictionary<string, int>> ReadAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var cycle = await db.Set<QuarterCycle>().Where(c => c.State != QuarterState.Published).OrderByDescending(c => c.QuarterKey).FirstOrDefaultAsync(cancellation);
        if (cycle is null)
        {
            return new Dictionary<string, int>();
        }

        var counts = new Dictionary<string, int>
        {
            [Report] = await OwedAsync(db, actor, cycle, cancellation),
            [Supply] = actor.Can(Permission.SupplyObservations) ? (await SupplyQuery.WaitingAsync(db, actor, cycle, cancellation)).Count : 0,
            [Reviews] = actor.Can(Permission.ReviewObservations) ? await CappedAsync(ReviewsQuery.Waiting(db, actor, cycle), cancellation) : 0,
            [Adjustments] = actor.Can(Permission.PublishAssessment) ? await CappedAsync(AdjustmentsQuery.Waiting(db, actor, cycle), cancellation) : 0,
            [Objections] = actor.Can(Permission.AnswerObjections) ? await CappedAsync(ObjectionsQuery.Waiting(db, actor, cycle), cancellation) : 0,
        };
        return counts.Where(c => c.Value > 0).ToDictionary();
    }

    // Of the person's own organisation: who has a post above it does not fill in for it.
    private static async Task<int> OwedAsync(YipanqiDb db, Actor actor, QuarterCycle cycle, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.EnterObservations) || cycle.State != QuarterState.Collecting)
        {
            return 0;
        }

        var unit = await db.Reporting(actor).Select(u => new { u.Id, u.Path }).FirstOrDefaultAsync(cancellation);
        return unit is not null && actor.Grants.Any(g => g.Path == unit.Path && g.Permissions.HasFlag(Permission.EnterObservations))
            ? (await db.OwedAsync(unit.Id, cycle.QuarterKey, (await db.DefinitionOfAsync(cycle, cancellation))!, cancellation)).Count
            : 0;
    }

    private static Task<int> CappedAsync<T>(IQueryable<T> rows, CancellationToken cancellation) => rows.Take(Listing.CountedAtMost).CountAsync(cancellation);
}
