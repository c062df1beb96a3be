using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// 基层负担 before it is asked: minutes × times × holders of every duty of the lists in force in a year, for a unit and what is below it. Lists and holders are read,
/// no obligations, so that a province costs no more than an organ.
/// </summary>
public sealed class BurdenQuery(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <param name="Year">As written in the address; the running one where it cannot be read or has no list.</param>
    /// <param name="Unit">Only the subtree of this Party organisation and of the units linked to it; empty for all.</param>
    public sealed record Input(string? Year, Picked Unit, string? Sort, bool Descending)
    {
        public static Input Read(Func<string, string?> value) => new(value("year"), Picked.From(value, "unit"), value("sort")?.TrimStart('-'), value("sort")?.StartsWith('-') == true);
    }

    public Task<BurdenView> FindAsync(Actor actor, Input input, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var years = await YearsAsync(db, cancellation);
            var year = int.TryParse(input.Year, out var asked) && years.Contains(asked) ? asked : Today.Year;
            var picked = input.Unit.IsEmpty ? null : await db.FindPickedAsync(actor, Permission.ViewDuties, input.Unit, "unit", cancellation, Track.Party);
            var unit = picked is { IsDone: true } ? picked.Value : null;
            var duties = await DutiesAsync(db, year, cancellation);
            var holders = await DutyHolders.CountAsync(db, duties.Exists(d => d.Duty.Level == DutyLevel.Member), cancellation, await AmongAsync(db, actor, unit, cancellation));
            var lines = Sort(duties.ConvertAll(d => new BurdenLine(d.Duty.Facts, d.Duty.ListVersionId, d.List, holders.GetValueOrDefault(d.Duty.Level))), input).ToList();
            return new BurdenView(
                unit?.Name ?? "", picked is { IsDone: false } ? picked.Refusals[0].Message : null, year, years, lines, holders, LikeDuties.Of(lines.ConvertAll(l => l.Duty), []));
        },
        cancellation);

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    // From the first list on, with the year to come.
    private async Task<List<int>> YearsAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var first = await db.Set<ListVersion>().Where(v => v.State == ListState.Published).MinAsync(v => v.EffectiveDay, cancellation);
        var from = Math.Min(first?.Year ?? Today.Year, Today.Year);
        return [.. Enumerable.Range(from, Today.Year + 2 - from)];
    }

    private static async Task<IQueryable<Unit>> AmongAsync(YipanqiDb db, Actor actor, Unit? unit, CancellationToken cancellation)
    {
        var seen = db.Set<Unit>().Within(actor, Permission.ViewDuties, u => u.Path);
        return unit is null ? seen : seen.Within(await PartySubtree.PathsAsync(db, unit, cancellation), u => u.Path);
    }

    // Of the versions in force at the end of the year.
    private static async Task<List<(Duty Duty, string List)>> DutiesAsync(YipanqiDb db, int year, CancellationToken cancellation)
    {
        var rows = await (
            from d in db.Set<Duty>()
            join v in db.InForce(new DateOnly(year, 12, 31)) on new { d.TenantId, Id = d.ListVersionId } equals new { v.TenantId, v.Id }
            join l in db.Set<ResponsibilityList>() on new { v.TenantId, Id = v.ListId } equals new { l.TenantId, l.Id }
            orderby d.Level, l.Code, d.Position
            select new { Duty = d, l.Name }).AsNoTracking().ToListAsync(cancellation);
        return rows.ConvertAll(r => (r.Duty, r.Name));
    }

    // A stable order: what is equal stays by level, list and place.
    private static IEnumerable<BurdenLine> Sort(List<BurdenLine> lines, Input input)
    {
        Func<BurdenLine, double> key = input.Sort switch
        {
            "level" => l => (int)l.Duty.Level,
            "minutes" => l => l.Duty.Minutes,
            "times" => l => l.TimesAYear,
            "each" => l => l.EachHours,
            "holders" => l => l.Holders,
            _ => l => l.Hours,
        };
        return input.Descending || string.IsNullOrEmpty(input.Sort) ? lines.OrderByDescending(key) : lines.OrderBy(key);
    }
}
