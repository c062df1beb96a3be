using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Takes back a change of one or several units: all of them, or none where someone has changed one since.</summary>
public sealed class RestoreUnits : IUndo
{
    public const string KindName = "units";

    public string Kind => KindName;

    public async Task<Outcome<Change>> RestoreAsync(YipanqiDb db, Actor actor, string state, DateTime nowUtc, CancellationToken cancellation)
    {
        var before = (JsonSerializer.Deserialize<List<UnitBefore>>(state) ?? []).ToDictionary(b => b.Id);
        var ids = before.Keys.ToList();
        var units = await db.Writable(actor).Where(u => ids.Contains(u.Id)).OrderBy(u => u.Code).ToListAsync(cancellation);
        if (units.Count < before.Count)
        {
            return UnitAccess.Absent;
        }

        if (units.Find(u => u.Version != before[u.Id].Version) is { } changed)
        {
            var who = await db.LastEditorAsync(changed.Id, cancellation) ?? "有人";
            return new Refusal("undo.raced", "", $"没有撤销。{who}后来又改过“{changed.Name}”。请打开该单位直接更正。");
        }

        foreach (var unit in units)
        {
            before[unit.Id].PutBack(unit);
        }

        // A group closed since is open again with its unit, as where it is named.
        var groups = before.Values.Select(b => b.PeerGroupId).Distinct().ToArray();
        foreach (var group in await db.Set<PeerGroup>().Where(g => g.ClosedDay != null && EF.Parameter(groups).Contains(g.Id)).ToListAsync(cancellation))
        {
            group.Reopen();
        }

        Guid? one = units.Count == 1 ? units[0].Id : null;
        return new Change(actor.PersonId, nowUtc, "unit.restored", nameof(Unit), one, "", UnitSet.Detail(units, new { }));
    }
}
