using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The page of one organisation in an opened quarter. The number of commands does not depend on items or units below.</summary>
public sealed class ReportSheetQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const int MostUnits = 200;

    /// <param name="unitId">Null: the highest organisation the person reports for.</param>
    public Task<ReportSheet> FindAsync(Actor actor, Quarter quarter, Guid? unitId, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
            var cycle = await db.CycleViewAsync(quarter, today, cancellation);
            var mine = db.Reporting(actor);
            var units = await mine.Take(MostUnits).Select(u => new { u.Id, u.ShortName }).ToListAsync(cancellation);
            var unit = unitId is null && units.Count == 0 ? null : await mine.SingleOrDefaultAsync(u => u.Id == (unitId ?? units[0].Id), cancellation);
            var closed = FigureGate.Refuse(cycle?.State ?? QuarterState.NotOpened, quarter, isCommittee: false)?.Message;
            var definition = unit is null ? null : await db.DefinitionOfAsync(await db.CycleOfAsync(quarter, cancellation), cancellation);
            var lines = definition is null ? [] : await LinesAsync(db, definition, quarter, unit!, cancellation);
            var owed = definition is null ? [] : await db.OwedAsync(unit!.Id, quarter.Key, definition, cancellation);
            return new ReportSheet(quarter, cycle, closed, units.ConvertAll(u => (u.Id, u.ShortName)), unit?.Id, unit?.Name ?? "", lines, owed);
        },
        cancellation);

    private static async Task<IReadOnlyList<ReportLine>> LinesAsync(YipanqiDb db, SchemeDefinition definition, Quarter quarter, Unit unit, CancellationToken cancellation)
    {
        var key = quarter.Key;
        var nodes = definition.Nodes.Where(n => n.Item is not null).ToList();
        var own = await db.Set<Observation>().Where(o => o.QuarterKey == key && o.UnitId == unit.Id).ToDictionaryAsync(o => o.ItemCode, cancellation);
        var manual = await db.Set<ManualFigure>().Where(f => f.QuarterKey == key && f.UnitId == unit.Id).ToDictionaryAsync(f => f.ItemCode, cancellation);
        var signed = await db.Set<SupplySheet>().Where(s => s.QuarterKey == key && s.IsSigned).Select(s => s.ItemCode).ToListAsync(cancellation);
        var below = await ReportedPair.Counts(db, unit.Id, key).ToDictionaryAsync(c => c.ItemCode, c => c.Count, cancellation);
        return nodes.ConvertAll(n => LineOf(n, own.GetValueOrDefault(n.Code), manual.GetValueOrDefault(n.Code), signed.Contains(n.Code), below.GetValueOrDefault(n.Code)));
    }

    private static ReportLine LineOf(SchemeNode node, Observation? own, ManualFigure? manual, bool signed, int below)
    {
        var item = node.Item!;
        var known = own is { Absence: not AbsenceReason.NotReported } || below > 0;
        var way = node.IsManual() ? ReportWay.Asked : node.IsSupplied() ? ReportWay.Supplied : known ? ReportWay.Prefilled : ReportWay.Owed;
        var figure = way == ReportWay.Asked ? manual?.SelfFigure ?? "" : own is null ? "" : TextOf(own);
        var origin = way switch
        {
            ReportWay.Supplied => signed ? $"由{item.Supplier}提供，已签字" : $"由{item.Supplier}提供，尚未签字",
            ReportWay.Prefilled => own is { Source.Length: > 0 } ? own.Source : own is null ? $"由 {below} 个单位的记录汇总" : "本单位记录",
            _ => "",
        };
        return new(
            node.Code, node.Name, item.Definition, item.Unit, way, figure, origin, manual?.State, manual?.ReviewedFigure ?? "", manual?.ReviewNote ?? "",
            manual?.Evidence ?? "", manual?.Document ?? "", manual?.FileName ?? "");
    }

    private static string TextOf(Observation own) => own switch
    {
        { Value: null, Absence: AbsenceReason.None, Numerator: null } => "按分项计数",
        _ => FigureEntry.Write(new Reported(own.Value, own.Numerator, own.Denominator, Absence: own.Absence)),
    };
}
