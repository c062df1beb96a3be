using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// E3.2 from what the lists ask: for each member the hours a month that the obligations of the quarter cost, zero for whom nothing is asked; the figure is their
/// median, at the administrative unit the member's organisation works in. Behind it stand duties, never a person's hours. See docs/methods/duty-figures.md.
/// </summary>
public sealed class BurdenSource : IObservationSource
{
    private const string Burden = "E3.2";
    private const double MinutesOfHour = 60;
    private const double MonthsOfQuarter = 3;

    public string Name => "基层负担";

    public (string Href, Permission Permission)? Page => (BurdenLinks.Page, Permission.ViewDuties);

    public IReadOnlySet<string> Items { get; } = new HashSet<string> { Burden };

    public IReadOnlySet<string> Subjects { get; } = new HashSet<string> { nameof(Obligation), nameof(ListVersion), nameof(Person), nameof(Post) };

    /// <summary>Without a register of members there is nobody whose hours could be told.</summary>
    public async Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation) =>
        await db.Set<Obligation>().AnyAsync(cancellation) && await db.Set<Membership>().AnyAsync(cancellation);

    public async Task<IReadOnlyList<SourcedFigure>> FiguresAsync(YipanqiDb db, SourcePeriod period, CancellationToken cancellation)
    {
        var minutes = AskedDuty.Between(db, period.Quarter.FirstDay, period.Quarter.LastDay).GroupBy(a => new { a.TenantId, a.PersonId })
            .Select(g => new { g.Key.TenantId, g.Key.PersonId, Minutes = g.Sum(a => a.Minutes) });
        var counted = await (
            from m in Members(db, period)
            join a in minutes on new { m.TenantId, m.PersonId } equals new { a.TenantId, a.PersonId } into asked
            from a in asked.DefaultIfEmpty()
            group m by new { m.UnitId, Minutes = (int?)a.Minutes ?? 0 } into g
            select new { g.Key.UnitId, g.Key.Minutes, Members = g.Count() }).ToListAsync(cancellation);
        var work = await LinkedUnits.WorkAsync(db, cancellation);
        return [.. counted.Select(c => (Unit: work.Of(c.UnitId), c.Minutes, c.Members)).Where(c => c.Unit is not null)
            .Select(c => new SourcedFigure(c.Unit!.Value, Burden, 0, 0) { Records = [c.Minutes / MinutesOfHour / MonthsOfQuarter], Counts = [c.Members] })
            .GroupBy(f => f.UnitId).Select(g => g.Aggregate((sum, next) => sum.And(next)))];
    }

    public async Task<IReadOnlyList<SourceRecord>> RecordsAsync(
        YipanqiDb db, Actor actor, SourcePeriod period, string itemCode, IReadOnlyCollection<Guid> units, int most, CancellationToken cancellation)
    {
        var asked = units.ToHashSet();
        var work = await LinkedUnits.WorkAsync(db, cancellation);
        var seen = await db.Set<Unit>().Within(actor, Permission.ViewDuties, u => u.Path).Where(u => u.Track == Track.Party).Select(u => u.Id).ToListAsync(cancellation);
        var own = seen.Where(u => work.Of(u) is { } unit && asked.Contains(unit)).ToArray();
        var rows = await (
            from m in Members(db, period)
            where EF.Parameter(own).Contains(m.UnitId)
            join a in AskedDuty.Between(db, period.Quarter.FirstDay, period.Quarter.LastDay) on new { m.TenantId, m.PersonId } equals new { a.TenantId, a.PersonId }
            join d in db.Set<Duty>() on new { a.TenantId, Id = a.DutyId } equals new { d.TenantId, d.Id }
            group a by new { m.UnitId, d.Code, d.Wording, d.Minutes } into g
            orderby g.Max(a => a.DueDay) descending, g.Key.Code, g.Key.UnitId
            select new { g.Key.UnitId, g.Key.Code, g.Key.Wording, g.Key.Minutes, Count = g.Count(), Day = g.Max(a => a.DueDay) }).Take(most).ToListAsync(cancellation);
        return [.. rows.Select(r => new SourceRecord(
            work.Of(r.UnitId)!.Value, r.Wording, BurdenLinks.Of(r.UnitId, period.Quarter.Year, r.Code), r.Day, null, $"每次 {r.Minutes} 分钟，{r.Count} 人次，共 {r.Minutes * r.Count} 分钟"))];
    }

    private static IQueryable<Membership> Members(YipanqiDb db, SourcePeriod period)
    {
        var day = period.AsOf;
        return db.Set<Membership>().Where(m => m.FromDay <= day && (m.ToDay == null || m.ToDay >= day));
    }
}
