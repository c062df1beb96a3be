using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.Structure;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// 任期届满按期换届（《中国共产党基层组织选举工作条例》）：met where the term of the day it is due runs then, an approved change of its end included; else late by the first election after.
/// A Party committee answers for the organisations below it too.
/// </summary>
public sealed class TermRecords : IDutyRecords
{
    public DutyRecordKind Kind => DutyRecordKind.Terms;

    private sealed record Term(Guid UnitId, int Number, DateOnly ElectedDay, DateOnly DueDay, DateOnly? EndedDay);

    public async Task<IReadOnlyDictionary<Guid, DutyRecord>> ReadAsync(YipanqiDb db, DutyRecordSpan span, IReadOnlyDictionary<string, Guid> units, CancellationToken cancellation)
    {
        var open = db.Set<Unit>().Open().Where(u => u.Track == Track.Party);
        var concerned = units.Count == 1 ? open.Within([.. units.Keys], u => u.Path) : open;
        var elected = (await concerned.Select(u => new { u.Id, u.Path, u.Kind }).ToListAsync(cancellation)).Where(u => IsElected(u.Kind));
        var terms = await (
            from t in db.Set<CommitteeTerm>()
            where concerned.Any(u => u.TenantId == t.TenantId && u.Id == t.UnitId) && t.ElectedDay <= span.Today
            orderby t.ElectedDay
            select new Term(t.UnitId, t.Number, t.ElectedDay, t.DueDay, t.EndedDay)).ToListAsync(cancellation);
        var byUnit = terms.ToLookup(t => t.UnitId);
        return DutyRecord.Last(elected.Select(u => (u.Path, Of(u.Id, byUnit[u.Id], span))), units);
    }

    private static bool IsElected(string kind) => StructureRules.Current.KindOf(kind) is PartyUnitKind.Committee or PartyUnitKind.GeneralBranch or PartyUnitKind.Branch;

    private static DutyRecord? Of(Guid unitId, IEnumerable<Term> terms, DutyRecordSpan span)
    {
        var inTime = terms.FirstOrDefault(t => t.ElectedDay <= span.DueDay && t.DueDay >= span.DueDay && (t.EndedDay is null || t.EndedDay >= span.DueDay));
        return (inTime ?? terms.FirstOrDefault(t => t.ElectedDay > span.DueDay)) is { } term
            ? new DutyRecord(term.ElectedDay > span.First ? term.ElectedDay : span.First, $"第 {term.Number} 届，{term.ElectedDay:yyyy-MM-dd} 选举，任期到 {term.DueDay:yyyy-MM-dd}", $"/units/{unitId}/terms")
            : null;
    }
}
