using Yipanqi.Web.Database;
using Yipanqi.Web.Tests.Security.Ground;
using Yipanqi.Web.Tests.Security.Routes;

namespace Yipanqi.Web.Tests.Security.Checks;

/// <summary>Forms that change a row two people may edit, without saying which version of it their reader saw: each needs a reason.</summary>
public static class UnguardedForms
{
    public static IEnumerable<string> Faults(SeededDatabase seeded, IReadOnlyList<(SeenForm Form, IReadOnlyList<RowChange> Changes)> runs)
    {
        using var db = new YipanqiDb(seeded.Database.Options, seeded.A.Id);
        var versioned = db.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType))
            .Select(e => Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(e)!).ToHashSet();
        var unguarded = runs.Where(r => !LostUpdateCheck.CarriesVersion(r.Form))
            .Select(r => (r.Form.Key, Tables: r.Changes.Where(c => c.Kind == "changed" && versioned.Contains(c.Table)).Select(c => c.Table).Distinct().Order().ToList()))
            .Where(r => r.Tables.Count > 0).ToDictionary(r => r.Key, r => r.Tables);
        foreach (var (key, tables) in unguarded.Where(u => !RoutePolicy.Unguarded.ContainsKey(u.Key)))
        {
            yield return $"{key} changes {string.Join(", ", tables)} whoever changed it meanwhile: give the form a hidden field Version and the use case a look at it, or give it a line with the reason in RoutePolicy.Unguarded.";
        }

        foreach (var (form, _) in runs.Where(r => LostUpdateCheck.CarriesVersion(r.Form) && RoutePolicy.Unguarded.ContainsKey(r.Form.Key)))
        {
            yield return $"{form.Key} has a line in RoutePolicy.Unguarded and carries a version.";
        }
    }
}
