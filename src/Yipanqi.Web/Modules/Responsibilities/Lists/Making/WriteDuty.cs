using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Adds a duty to a draft, or changes one of it.</summary>
public sealed class WriteDuty(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">The version of the draft that the person read.</param>
    /// <param name="OldCode">The duty to change; empty for a new one.</param>
    /// <param name="Values">The fields of <see cref="DutyText.Fields"/>.</param>
    public sealed record Input(Guid VersionId, int Version, string OldCode, IReadOnlyDictionary<string, string> Values);

    public Task<Outcome<Guid>> RunAsync(Actor actor, Input input, CancellationToken cancellation) =>
        ListAccess.RunAsync(unitOfWork, actor, db => WriteAsync(db, actor, input, cancellation), cancellation);

    private async Task<Outcome<Guid>> WriteAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var found = await db.FindDraftAsync(actor, input.VersionId, cancellation);
        if (!found.IsDone || found.Value.Version != input.Version)
        {
            return found.IsDone ? ListAccess.Raced : Outcome<Guid>.Refused(found.Refusals);
        }

        var read = DutyText.Read(field => input.Values.GetValueOrDefault(field, "").Trim());
        if (!read.IsDone)
        {
            return Outcome<Guid>.Refused(read.Refusals);
        }

        var (draft, facts) = (found.Value, read.Value);
        var duties = await db.DutiesAsync(draft.Id, cancellation);
        var known = duties.Find(d => d.Code == input.OldCode);
        if (input.OldCode.Length > 0 && known is null)
        {
            return ListAccess.Absent;
        }

        if (duties.Exists(d => d.Code == facts.Code && d != known))
        {
            return new Refusal("duty.code", DutyText.Code, $"这份清单里已有编码 {facts.Code}。请换一个编码。");
        }

        if (known is null)
        {
            db.Add(Duty.Of(draft, duties.Select(d => d.Position).DefaultIfEmpty().Max() + 1, facts));
        }
        else if (!known.Describe(draft, facts))
        {
            return draft.Id;
        }

        draft.WrittenBy(actor.PersonId);
        var detail = JsonSerializer.Serialize(new { duty = facts.Code, was = input.OldCode });
        await db.SaveAsync(new Change(actor.PersonId, clock.GetUtcNow().UtcDateTime, "list.edited", nameof(ListVersion), draft.Id, "", detail), cancellation);
        return draft.Id;
    }
}
