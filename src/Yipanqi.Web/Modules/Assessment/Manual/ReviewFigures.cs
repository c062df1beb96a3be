using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>核定 of several self-reports at once, each as it was reported. One that changed since it was read, or is no longer the actor's to review, is left.</summary>
public sealed class ReviewFigures(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>As many at once.</summary>
    public const int Most = 500;

    /// <summary>Of the refusal where nothing of what was chosen can be reviewed any more.</summary>
    public const string MovedCode = "review.moved";

    /// <param name="Version">The version that was read.</param>
    public sealed record Seen(Guid UnitId, string ItemCode, int Version);

    public sealed record Input(Quarter Quarter, IReadOnlyList<Seen> Chosen, string Note);

    public sealed record Answer(int Reviewed, int Left);

    public async Task<Outcome<Answer>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, db => ReviewAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            return Moved;
        }
    }

    private static Refusal Moved => new(MovedCode, "", "没有可以核定的：刚才有改动、已由别人核定，或者不由您核定。请刷新后再看。");

    private async Task<Outcome<Answer>> ReviewAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        var (now, note) = (clock.GetUtcNow().UtcDateTime, input.Note.Trim());
        if (note.Length > ManualFigure.MostNote)
        {
            return new Refusal("review.note", nameof(input.Note), $"请写明理由，{ManualFigure.MostNote} 字以内。");
        }

        var cycle = await db.CycleOfAsync(input.Quarter, cancellation);
        var seen = input.Chosen.DistinctBy(s => (s.UnitId, s.ItemCode)).Take(Most).ToDictionary(s => (s.UnitId, s.ItemCode), s => s.Version);
        var ids = seen.Keys.Select(k => k.UnitId).Distinct().ToArray();
        var waiting = await ReviewsQuery.Waiting(db, actor, cycle).Select(r => r.Figure).Where(f => EF.Parameter(ids).Contains(f.UnitId)).ToListAsync(cancellation);
        var nodes = (await db.DefinitionOfAsync(cycle, cancellation))?.Nodes.Where(n => n.Item is not null && n.IsManual()).ToDictionary(n => n.Code) ?? [];
        var chosen = waiting.FindAll(f => seen.TryGetValue((f.UnitId, f.ItemCode), out var version) && version == f.Version && nodes.ContainsKey(f.ItemCode));
        if (chosen.Count == 0)
        {
            return Moved;
        }

        var key = input.Quarter.Key;
        var observations = await db.Set<Observation>().Where(o => o.QuarterKey == key && EF.Parameter(ids).Contains(o.UnitId)).ToDictionaryAsync(o => (o.UnitId, o.ItemCode), cancellation);
        foreach (var figure in chosen)
        {
            figure.Review(figure.SelfFigure, note, actor.PersonId, now);
            if (!observations.TryGetValue((figure.UnitId, figure.ItemCode), out var observation))
            {
                db.Add(observation = Observation.Of(db.TenantId, input.Quarter, figure.UnitId, figure.ItemCode));
            }

            observation.Take(FigureEntry.Read(nodes[figure.ItemCode], figure.SelfFigure) with { Source = "自评，经上级核定" }, new Provenance(actor.PersonId, now, now, null));
        }

        db.AddRange(PreviewMark.Of(db.TenantId, input.Quarter, chosen.Select(f => f.UnitId).Distinct()));
        await db.SaveAsync([.. chosen.Select(f => new Change(actor.PersonId, now, "figure.reviewed", nameof(ManualFigure), f.UnitId, note, EnterFigure.DetailOf(f)))], cancellation);
        return new Answer(chosen.Count, seen.Count - chosen.Count);
    }
}
