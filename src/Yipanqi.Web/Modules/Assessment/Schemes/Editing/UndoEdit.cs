using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>撤销：the draft as it was before its last step. Steps can be undone one after another, back to the beginning.</summary>
public sealed class UndoEdit(UnitOfWork unitOfWork, TimeProvider clock)
{
    public sealed record Input(Guid SchemeId, int Version);

    public async Task<Outcome<string>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => UndoAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return DraftAccess.Raced;
        }
    }

    private async Task<Outcome<string>> UndoAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var found = await DraftAccess.FindAsync(db, actor, input.SchemeId, input.Version, cancellation);
        if (!found.IsDone)
        {
            return Outcome<string>.Refused(found.Refusals);
        }

        var scheme = found.Value;
        var last = await db.Set<SchemeEdit>().Where(e => e.SchemeId == scheme.Id && !e.Undone).OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellation);
        if (last is null)
        {
            return new Refusal("draft.undo", "", "没有可以撤销的改动。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        last.Undo();
        scheme.Redraft(SchemeJson.Read(last.Before), actor.PersonId, now);
        var detail = JsonSerializer.Serialize(new { number = last.Number, scheme.DefinitionHash });
        await db.SaveAsync(new Change(actor.PersonId, now, "scheme.edit-undone", nameof(Scheme), scheme.Id, "", detail), cancellation);
        return last.What;
    }
}
