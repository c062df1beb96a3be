using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Publishes a reviewed version; from then on it is frozen and obligations are generated from it. A list that ships, unchanged, needs no review: docs/decisions/0105.</summary>
public sealed class PublishList(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="EffectiveDay">Periods that end before it are not asked for.</param>
    public sealed record Input(Guid VersionId, DateOnly? EffectiveDay);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ListAccess.RunAsync(unitOfWork, actor, db => PublishAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> PublishAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageLists))
        {
            return ListAccess.Denied;
        }

        var version = await db.Set<ListVersion>().SingleOrDefaultAsync(v => v.Id == input.VersionId && v.State != ListState.Published, cancellation);
        if (version is null)
        {
            return ListAccess.Absent;
        }

        if (input.EffectiveDay is not { } day)
        {
            return new Refusal("list.day", nameof(input.EffectiveDay), "请填从哪一天起施行，如 2026-10-01。");
        }

        if (await db.FaultsAsync(version, cancellation) is { Count: > 0 } faults)
        {
            return Outcome<Guid>.Refused([.. faults.Select(f => f with { Field = "" })]);
        }

        var isAsShipped = await IsAsShippedAsync(db, version, cancellation);
        if (version.State != ListState.Reviewed && !(isAsShipped && version.State == ListState.Draft))
        {
            return new Refusal("list.unreviewed", "", "发布前须由起草人以外的同志审核。请先送审。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        version.Publish(isAsShipped, day, actor.PersonId, now);
        var detail = JsonSerializer.Serialize(new { version.Number, effective = day });
        await db.SaveAsync(new Change(actor.PersonId, now, "list.published", nameof(ListVersion), version.Id, "", detail), cancellation);
        return version.Id;
    }

    private static async Task<bool> IsAsShippedAsync(YipanqiDb db, ListVersion version, CancellationToken cancellation)
    {
        var code = await db.Set<ResponsibilityList>().Where(l => l.Id == version.ListId).Select(l => l.Code).SingleAsync(cancellation);
        return version.Number == 1 && ShippedLists.IsShipped(code, (await db.DutiesAsync(version.Id, cancellation)).Select(d => d.Facts));
    }
}
