using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Carries out one step on a draft and keeps what was before. Whoever saves second, having read before the first save, is told so.</summary>
public sealed class EditDraft(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Version">The version of the row that the person read.</param>
    public sealed record Input(Guid SchemeId, int Version, DraftStep Step);

    /// <returns>What was done, in words; empty where nothing changed.</returns>
    public async Task<Outcome<string>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return DraftAccess.Raced;
        }
    }

    private async Task<Outcome<string>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var found = await DraftAccess.FindAsync(db, actor, input.SchemeId, input.Version, cancellation);
        if (!found.IsDone)
        {
            return Outcome<string>.Refused(found.Refusals);
        }

        var scheme = found.Value;
        var before = scheme.Read();
        var step = await input.Step.FindAsync(db, actor, before, cancellation);
        var stepped = step.IsDone ? step.Value.Apply(before) : Outcome<DraftStepped>.Refused(step.Refusals);
        if (!stepped.IsDone)
        {
            return Outcome<string>.Refused(stepped.Refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var edit = await DraftAccess.EditAsync(db, scheme, actor, now, stepped.Value.What, cancellation);
        if (!scheme.Redraft(Tidied(before, stepped.Value.Definition), actor.PersonId, now))
        {
            return "";
        }

        db.Add(edit);
        var detail = JsonSerializer.Serialize(new { step = input.Step.Name, number = edit.Number, scheme.DefinitionHash });
        await db.SaveAsync(new Change(actor.PersonId, now, "scheme.edited", nameof(Scheme), scheme.Id, "", detail), cancellation);
        return stepped.Value.What;
    }

    // A reason is signed for the shares there were: when they change, it no longer stands. Nor does the origin of weights of nodes that are gone.
    private static SchemeDefinition Tidied(SchemeDefinition before, SchemeDefinition after)
    {
        var (old, now) = (SchemeTree.Balance(before), SchemeTree.Balance(after));
        var weightings = after.Weightings?.Where(w => SiblingGroup.Find(after, w.Node, w.Track) is not null).ToList();
        return after with
        {
            UnequalTracks = (old.PartyShare, old.BusinessShare) == (now.PartyShare, now.BusinessShare) ? after.UnequalTracks : null,
            Weightings = weightings is { Count: > 0 } ? weightings : null,
        };
    }
}
