using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>评星: the organisation above says in 1 to 5 how good a fusion point is, with a sentence (item A3.2). Nobody rates their own.</summary>
public sealed class RateFusionPoint(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid Id, int Version, string Rating, string Reason);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        unitOfWork.ChangeAsync(actor, db => SaveAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var point = await db.FusionPoints(actor).SingleOrDefaultAsync(p => p.Id == input.Id, cancellation);
        var path = point is null ? null : await db.Set<Unit>().Where(u => u.Id == point.PartyUnitId).Select(u => u.Path).SingleAsync(cancellation);
        if (point is null || !actor.RatesAt(path!))
        {
            return FusionAccess.Absent;
        }

        if (point.IsOwn(actor.PersonId))
        {
            return new Refusal("fusion.own", "", "没有评。这个结合点由您登记或负责，请上级的其他人来评。");
        }

        if (point.Version != input.Version)
        {
            return FusionAccess.Raced;
        }

        var refusals = new List<Refusal>();
        if (!int.TryParse(input.Rating, out var rating) || rating is < 1 or > FusionPoint.BestRating)
        {
            refusals.Add(new Refusal("fusion.rating", nameof(input.Rating), $"请选 1 到 {FusionPoint.BestRating} 分。"));
        }

        FusionText.Needed(refusals, nameof(input.Reason), "评语", input.Reason, FusionPoint.ReasonLength);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var (before, now) = (point.Rating, clock.GetUtcNow().UtcDateTime);
        point.Rate(rating, input.Reason, actor.PersonId, now);
        await db.SaveAsync(new Change(actor.PersonId, now, "fusion.rated", nameof(FusionPoint), point.Id, input.Reason, JsonSerializer.Serialize(new { from = before, to = rating })), cancellation);
        return point.Id;
    }
}
