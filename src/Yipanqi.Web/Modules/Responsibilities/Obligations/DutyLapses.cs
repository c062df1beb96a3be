using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>不再要求：the days from which a newer version of a list asks for a duty no more, or at another level or rhythm.</summary>
internal static class DutyLapses
{
    /// <param name="Until">The day from which the lists in force ask for it again; none where they do not.</param>
    public sealed record Lapse(Guid DutyId, DateOnly From, DateOnly? Until)
    {
        public bool Holds(DateOnly day) => day >= From && !(day >= Until);
    }

    /// <summary>Of all duties that were ever published; those that lists still ask for have none.</summary>
    public static async Task<List<Lapse>> ListAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var rows = await (
            from d in db.Set<Duty>()
            join v in db.Set<ListVersion>() on new { d.TenantId, Id = d.ListVersionId } equals new { v.TenantId, v.Id }
            where v.State == ListState.Published
            select new Published(d.Id, d.Code, d.Level, d.Frequency, v.ListId, v.Number, v.EffectiveDay!.Value)).ToListAsync(cancellation);
        var versions = rows.GroupBy(r => (r.ListId, r.Number, r.EffectiveDay)).ToLookup(g => g.Key.ListId, g => (g.Key.Number, g.Key.EffectiveDay, Keys: g.Select(r => r.Key).ToHashSet()));
        var inForce = versions.Select(list => list.MaxBy(v => v.Number)).SelectMany(v => v.Keys, (v, key) => (key, v.EffectiveDay)).GroupBy(p => p.key, p => p.EffectiveDay).ToDictionary(g => g.Key, g => g.Min());
        return [.. rows.Select(r => LapseOf(r)).OfType<Lapse>().Where(l => l.Until is null || l.Until > l.From)];

        Lapse? LapseOf(Published row)
        {
            var without = versions[row.ListId].Where(v => v.Number > row.Number && !v.Keys.Contains(row.Key)).OrderBy(v => v.Number).Select(v => (DateOnly?)v.EffectiveDay).FirstOrDefault();
            return without is { } from ? new Lapse(row.Id, from, inForce.TryGetValue(row.Key, out var again) ? again : null) : null;
        }
    }

    private sealed record Published(Guid Id, string Code, DutyLevel Level, DutyFrequency Frequency, Guid ListId, int Number, DateOnly EffectiveDay)
    {
        public (string Code, DutyLevel Level, DutyFrequency Frequency) Key => (Code, Level, Frequency);
    }
}
