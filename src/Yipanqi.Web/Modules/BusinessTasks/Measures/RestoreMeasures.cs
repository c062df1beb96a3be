using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>Takes back a change of one or several Party measures: all of them, or none where someone has changed one since or joined one to a task.</summary>
public sealed class RestoreMeasures : IUndo
{
    public const string KindName = "party-measures";

    public string Kind => KindName;

    public async Task<Outcome<Change>> RestoreAsync(YipanqiDb db, Actor actor, string state, DateTime nowUtc, CancellationToken cancellation)
    {
        var before = (JsonSerializer.Deserialize<List<MeasureBefore>>(state) ?? []).ToDictionary(b => b.Id);
        var ids = before.Keys.ToArray();
        var measures = await db.Measures(actor, Permission.ManageFusion).Where(m => EF.Parameter(ids).Contains(m.Id)).OrderBy(m => m.Code).ToListAsync(cancellation);
        // A measure goes back to the organisation it was of only where the actor still manages fusion there.
        if (measures.Count < before.Count || !await db.MayAllAsync(actor, Permission.ManageFusion, before.Values.Select(b => b.UnitId), actor.SeesUnassigned(), cancellation))
        {
            return MeasureAccess.Absent;
        }

        if (measures.Find(m => m.Version != before[m.Id].Version) is { } changed)
        {
            var who = await db.LastEditorAsync(changed.Id, cancellation) ?? "有人";
            return new Refusal("undo.raced", "", $"没有撤销。{who}后来又改过“{changed.Name}”。请打开该举措直接更正。");
        }

        var moved = measures.Where(m => m.UnitId != before[m.Id].UnitId || m.State != before[m.Id].State).Select(m => m.Id).ToList();
        if (moved.Count > 0 && await db.TiedAsync(moved, cancellation) is { } tied)
        {
            return tied;
        }

        measures.ForEach(m => m.PutBack(before[m.Id]));
        Guid? one = measures.Count == 1 ? measures[0].Id : null;
        return new Change(actor.PersonId, nowUtc, "measure.restored", nameof(PartyMeasure), one, "", CodeSet.Detail([.. measures.Select(m => m.Code)], new { }));
    }
}
