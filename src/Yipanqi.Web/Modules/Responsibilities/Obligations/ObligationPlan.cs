using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// What lacks of a year: every duty and period that a holder has no obligation of, told by its key (unit, person, duty, period) and never by counts of rows alone. Nobody is asked for
/// what was due before the list applied or before they held: docs/decisions/0146.
/// </summary>
internal sealed record ObligationPlan(IReadOnlyList<ObligationPlan.Part> Parts, int Duties)
{
    public IEnumerable<Batch> Batches => Parts.SelectMany(p => p.Batches).DistinctBy(b => b.Pair);

    /// <summary>One duty in one period.</summary>
    public sealed record Batch(Guid DutyId, DutyFacts Duty, DutyPeriod Period, DueDay Due)
    {
        public string Pair { get; } = $"{Duty.Code} {Period.Key}";
    }

    /// <summary>Duties of one level and the holders that lack some or all of them.</summary>
    /// <param name="IsNew">Nobody has any of them, so that no key can be there already.</param>
    /// <param name="Elsewhere">What members have from a branch they left, by person and <see cref="Batch.Pair"/>.</param>
    public sealed record Part(IReadOnlyList<Batch> Batches, IReadOnlyList<DutyHolders.Holder> Holders, bool IsNew, IReadOnlySet<(Guid PersonId, string Pair)> Elsewhere)
    {
        /// <summary>The obligations to be made, unit by unit in the order of their ids: the rows of one unit stand together in the table and in the indexes that begin with it.</summary>
        public IEnumerable<Obligation> Rows(Guid tenantId) =>
            from holder in Holders.OrderBy(h => h.UnitId)
            from batch in Batches
            where batch.Due.Day >= holder.Since && !Elsewhere.Contains((holder.PersonId, batch.Pair))
            select Obligation.New(tenantId, batch.DutyId, batch.Duty.Code, batch.Duty.Level, holder.UnitId, holder.PersonId, batch.Period.Key, batch.Due.Day, batch.Due.IsProvisional, batch.Duty.IsComputed);
    }

    private static readonly IReadOnlySet<(Guid, string)> Nothing = new HashSet<(Guid, string)>();

    public static async Task<ObligationPlan> MakeAsync(YipanqiDb db, WorkingCalendar calendar, int year, CancellationToken cancellation)
    {
        var duties = (await GenerateObligations.InForceAsync(db, cancellation)).FindAll(d => d.Duty.Facts.IsGenerated);
        var holders = await DutyHolders.ListAsync(db, duties.Select(d => d.Duty.Level).Distinct(), cancellation);
        var batches = (
            from duty in duties
            let facts = duty.Duty.Facts
            from period in DutyPeriod.Of(facts.Frequency, year)
            where period.Last >= duty.EffectiveDay
            let due = facts.Due.DayOf(period, calendar)
            where due.Day >= duty.EffectiveDay
            orderby due.Day
            select new Batch(duty.Duty.Id, facts, period, due)).ToList();
        var keys = batches.Select(b => b.Period.Key).Distinct().ToArray();
        var begun = (await db.Set<Obligation>().Where(o => EF.Parameter(keys).Contains(o.PeriodKey)).Select(o => o.DutyCode + " " + o.PeriodKey).Distinct().ToListAsync(cancellation)).ToHashSet();
        var parts = new List<Part>();
        foreach (var level in batches.GroupBy(b => b.Duty.Level))
        {
            parts.Add(new Part([.. level.Where(b => !begun.Contains(b.Pair))], holders[level.Key], true, Nothing));
            parts.AddRange(await LackingAsync(db, level.Key, [.. level.Where(b => begun.Contains(b.Pair))], holders[level.Key], cancellation));
        }

        return new ObligationPlan(parts.FindAll(p => p.Batches.Count > 0 && p.Holders.Count > 0), duties.Count);
    }

    // Holders are asked for what is due from a day on; those with the same first batch are asked for the same ones, so a count for each tells who lacks some.
    private static async Task<List<Part>> LackingAsync(YipanqiDb db, DutyLevel level, Batch[] batches, List<DutyHolders.Holder> holders, CancellationToken cancellation)
    {
        var parts = new List<Part>();
        foreach (var alike in holders.GroupBy(h => Array.FindIndex(batches, b => b.Due.Day >= h.Since)).Where(g => g.Key >= 0))
        {
            var (asked, those) = (batches[alike.Key..], alike.ToList());
            var pairs = Array.ConvertAll(asked, b => b.Pair);
            var rows = db.Set<Obligation>().Where(o => o.Level == level && EF.Parameter(pairs).Contains(o.DutyCode + " " + o.PeriodKey));
            var areMost = those.Count * 2 > holders.Count;
            var lacking = level == DutyLevel.Member
                ? await MembersAsync(db, rows, those, asked.Length, areMost, cancellation) : await UnitsAsync(rows, those, asked.Length, areMost, cancellation);
            if (lacking.Count > 0)
            {
                parts.Add(new Part(asked, lacking, false, level == DutyLevel.Member ? await ElsewhereAsync(rows, lacking, cancellation) : Nothing));
            }
        }

        return parts;
    }

    // Of most of a level all are read, of few those alone: a list of ids leads into the index.
    private static async Task<List<DutyHolders.Holder>> UnitsAsync(IQueryable<Obligation> rows, List<DutyHolders.Holder> holders, int asked, bool areMost, CancellationToken cancellation)
    {
        var units = holders.Select(h => h.UnitId).ToArray();
        var has = await (areMost ? rows : rows.Where(o => EF.Parameter(units).Contains(o.UnitId))).Where(o => o.PersonId == Guid.Empty)
            .GroupBy(o => o.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return holders.FindAll(h => has.GetValueOrDefault(h.UnitId) < asked);
    }

    // A member has a duty of a period once, wherever; what ended at a branch they left counts no more.
    private static async Task<List<DutyHolders.Holder>> MembersAsync(YipanqiDb db, IQueryable<Obligation> rows, List<DutyHolders.Holder> holders, int asked, bool areMost, CancellationToken cancellation)
    {
        var (people, open) = (holders.Select(h => h.PersonId).ToArray(), DutyHolders.Members(db));
        var has = await (areMost ? rows : rows.Where(o => EF.Parameter(people).Contains(o.PersonId)))
            .Where(o => o.State != ObligationState.Ended || open.Any(m => m.TenantId == o.TenantId && m.PersonId == o.PersonId && m.UnitId == o.UnitId))
            .GroupBy(o => o.PersonId).Select(g => new { g.Key, Count = g.Select(o => o.DutyCode + " " + o.PeriodKey).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return holders.FindAll(h => has.GetValueOrDefault(h.PersonId) < asked);
    }

    private static async Task<IReadOnlySet<(Guid, string)>> ElsewhereAsync(IQueryable<Obligation> rows, List<DutyHolders.Holder> holders, CancellationToken cancellation)
    {
        var people = holders.Select(h => h.PersonId).ToArray();
        var had = await rows.Where(o => EF.Parameter(people).Contains(o.PersonId) && o.State != ObligationState.Ended)
            .Select(o => new { o.PersonId, Pair = o.DutyCode + " " + o.PeriodKey }).ToListAsync(cancellation);
        return had.Select(h => (h.PersonId, h.Pair)).ToHashSet();
    }
}
