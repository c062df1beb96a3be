using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// A1.1 to A1.4 from obligations by the day they are due; what was exempted, handed back or ended with its unit does not count, an allowed extension replaces the day.
/// On time is what was done by then and accepted. The Party group's duties count for the Party organisation that goes with its organ. See docs/methods/duty-figures.md.
/// </summary>
public sealed class DutySource : IObservationSource
{
    private const string Sessions = "A1.1";
    private const string All = "A1.2";
    private const string Dual = "A1.3";
    private const string Chain = "A1.4";

    public string Name => "责任清单";

    public IReadOnlySet<string> Items { get; } = new HashSet<string> { Sessions, All, Dual, Chain };

    public IReadOnlySet<string> Subjects { get; } = new HashSet<string> { nameof(Obligation), nameof(ListVersion) };

    private sealed record Count(Guid UnitId, DutyLevel Level, string Feeds, int Due, int OnTime);

    public Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation) => db.Set<Obligation>().AnyAsync(cancellation);

    public async Task<IReadOnlyList<SourcedFigure>> FiguresAsync(YipanqiDb db, SourcePeriod period, CancellationToken cancellation)
    {
        var counted = await (
            from o in Due(db.Set<Obligation>(), period)
            join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
            group o by new { o.UnitId, o.Level, d.Feeds } into g
            select new Count(g.Key.UnitId, g.Key.Level, g.Key.Feeds, g.Count(), g.Count(o => o.State == ObligationState.Accepted && o.DoneDay <= o.DueDay))).ToListAsync(cancellation);
        var party = await LinkedUnits.PartyAsync(db, cancellation);
        return [.. counted.Select(c => (Count: c, Unit: c.Level == DutyLevel.PartyGroup ? party.Of(c.UnitId) : c.UnitId)).Where(p => p.Unit is not null).SelectMany(p => Of(p.Count, p.Unit!.Value))
            .GroupBy(f => (f.UnitId, f.ItemCode)).Select(g => g.Aggregate((sum, next) => sum.And(next)))];
    }

    public async Task<IReadOnlyList<SourceRecord>> RecordsAsync(
        YipanqiDb db, Actor actor, SourcePeriod period, string itemCode, IReadOnlyCollection<Guid> units, int most, CancellationToken cancellation)
    {
        var own = await OwnersAsync(db, units, cancellation);
        var ids = own.Keys.ToArray();
        var due =
            from o in Due(db.Obligations(actor), period)
            join d in db.Set<Duty>() on new { o.TenantId, Id = o.DutyId } equals new { d.TenantId, d.Id }
            where EF.Parameter(ids).Contains(o.UnitId) && (itemCode == All || itemCode == Chain || d.Feeds == itemCode)
            orderby o.DueDay descending, o.Id
            select new { o.Id, o.UnitId, o.Level, o.DueDay, o.DoneDay, o.State, d.Wording };
        var rows = await due.Take(most).ToListAsync(cancellation);
        return [.. rows.Select(r => new SourceRecord(
            own[r.UnitId], r.Wording, "/duties/" + r.Id, r.DueDay, r.State == ObligationState.Accepted && r.DoneDay <= r.DueDay,
            r.State == ObligationState.Accepted ? r.DoneDay <= r.DueDay ? $"{r.DoneDay:yyyy-MM-dd} 办结，已认定" : $"{r.DoneDay:yyyy-MM-dd} 办结，逾期" : r.State == ObligationState.Submitted ? "已办，待认定" : "到期未办结"))];
    }

    private static IQueryable<Obligation> Due(IQueryable<Obligation> rows, SourcePeriod period) => ObligationFilter.Due(rows, period.Quarter.FirstDay, period.AsOf);

    private static IEnumerable<SourcedFigure> Of(Count count, Guid unit)
    {
        yield return new(unit, All, count.OnTime, count.Due);
        if (count.Feeds is Sessions or Dual)
        {
            yield return new(unit, count.Feeds, count.OnTime, count.Due);
        }

        var (met, due) = (new double[(int)DutyLevel.Member], new double[(int)DutyLevel.Member]);
        (met[(int)count.Level - 1], due[(int)count.Level - 1]) = (count.OnTime, count.Due);
        yield return new(unit, Chain, 0, 0) { Met = met, Due = due };
    }

    // Units whose obligations count for one of those asked: itself, and an organ whose Party group goes with it.
    private static async Task<Dictionary<Guid, Guid>> OwnersAsync(YipanqiDb db, IReadOnlyCollection<Guid> units, CancellationToken cancellation)
    {
        var asked = units.ToHashSet();
        var own = units.ToDictionary(u => u);
        var party = await LinkedUnits.PartyAsync(db, cancellation);
        foreach (var organ in party.Linked.Where(o => party.Of(o) is { } unit && asked.Contains(unit)))
        {
            own.TryAdd(organ, party.Of(organ)!.Value);
        }

        return own;
    }
}
