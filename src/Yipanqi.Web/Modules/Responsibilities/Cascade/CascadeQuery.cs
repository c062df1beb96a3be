using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.Transmission;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>How duties come down the levels in a span of days: coverage duty by duty, transmission level by level. Commands do not grow with rows.</summary>
public sealed class CascadeQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <param name="Unit">The unit whose subtree is shown; null for all the actor sees.</param>
    /// <param name="Fault">Why the unit asked for is not shown; null where it is.</param>
    public sealed record Transmission(Unit? Unit, string? Fault, IReadOnlyList<DutyLevel> Levels, IReadOnlyList<LevelCount> Counts, IReadOnlyList<double?> Hops, double? Coefficient);

    /// <summary>Coverage of the duties in force.</summary>
    /// <param name="Unit">The unit whose subtree is shown; null for all the actor sees.</param>
    /// <param name="Fault">Why the unit asked for is not shown; null where it is.</param>
    public sealed record Coverage(Unit? Unit, string? Fault, IReadOnlyList<CoverageRow> Rows);

    /// <param name="picked">Only the subtree of this Party organisation and of the units linked to it; empty for all.</param>
    public Task<Coverage> CoverageAsync(Actor actor, Span span, Picked picked, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var duties = (await GenerateObligations.InForceAsync(db, cancellation)).ConvertAll(d => d.Duty.Facts);
            var (rows, unit, fault) = await BelowAsync(db, actor, picked, cancellation);
            var counts = await ObligationFilter.Counted(rows).Where(o => o.DueDay >= span.First && o.DueDay <= span.Last)
                .GroupBy(o => o.DutyCode)
                .Select(g => new
                {
                    g.Key,
                    All = g.Count(),
                    Adopted = g.Count(o => o.State != ObligationState.Open || o.IsComputed),
                    Done = g.Count(o => o.State == ObligationState.Submitted || o.State == ObligationState.Accepted),
                    Accepted = g.Count(o => o.State == ObligationState.Accepted),
                }).ToDictionaryAsync(g => g.Key, g => new CoverageCount(g.All, g.Adopted, g.Done, g.Accepted), cancellation);
            return new Coverage(unit, fault, CoverageRow.Of(duties, counts));
        },
        cancellation);

    /// <param name="picked">Only the subtree of this Party organisation and of the units linked to it; empty for all.</param>
    public Task<Transmission> TransmissionAsync(Actor actor, Span span, Picked picked, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var (rows, unit, fault) = await BelowAsync(db, actor, picked, cancellation);
            var last = span.Last < Today ? span.Last : Today;
            var counted = await ObligationFilter.Due(rows, span.First, last).GroupBy(o => o.Level)
                .Select(g => new { g.Key, Due = g.Count(), OnTime = g.Count(o => o.State == ObligationState.Accepted && o.DoneDay <= o.DueDay) })
                .ToDictionaryAsync(g => g.Key, g => new LevelCount(g.Due, g.OnTime), cancellation);
            var counts = DutyWords.Levels.Select(l => counted.GetValueOrDefault(l)).ToList();
            return new Transmission(unit, fault, DutyWords.Levels, counts, PressureChain.HopsOf(counts), PressureChain.Of(counts));
        },
        cancellation);

    // A unit that is not known narrows nothing down: the sentence beside the field says so.
    private static async Task<(IQueryable<Obligation> Rows, Unit? Unit, string? Fault)> BelowAsync(YipanqiDb db, Actor actor, Picked picked, CancellationToken cancellation)
    {
        var rows = db.Obligations(actor);
        if (picked.IsEmpty)
        {
            return (rows, null, null);
        }

        var found = await db.FindPickedAsync(actor, Permission.ViewDuties, picked, "unit", cancellation, Track.Party);
        return found.IsDone ? (rows.Below(db, await PartySubtree.PathsAsync(db, found.Value, cancellation)), found.Value, null) : (rows, null, found.Refusals[0].Message);
    }

    /// <summary>A quarter, or another span of due days.</summary>
    public sealed record Span(DateOnly First, DateOnly Last)
    {
        private const int MonthsOfQuarter = 3;

        public static Span OfQuarter(DateOnly day)
        {
            var first = new DateOnly(day.Year, (((day.Month - 1) / MonthsOfQuarter) * MonthsOfQuarter) + 1, 1);
            return new Span(first, first.AddMonths(MonthsOfQuarter).AddDays(-1));
        }

        /// <summary>2026Q3; the quarter of the day where it cannot be read.</summary>
        public static Span Read(string? quarter, DateOnly today) =>
            quarter is [_, _, _, _, 'Q', var n] && n is >= '1' and <= '4' && int.TryParse(quarter[..4], out var year) && year is > 2000 and < 2100 ? OfQuarter(new DateOnly(year, ((n - '1') * MonthsOfQuarter) + 1, 1)) : OfQuarter(today);

        public string Quarter => $"{First.Year}Q{((First.Month - 1) / MonthsOfQuarter) + 1}";
    }
}
