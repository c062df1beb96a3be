using System.Globalization;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>Which objectives a list shows, as the address of the page tells it.</summary>
/// <param name="Track">Null for both sides.</param>
/// <param name="IsTied">Of the Party side: tied to one; of the business side: served by one.</param>
public sealed record ObjectiveFilter(string Text, int Year, Track? Track, bool? IsTied)
{
    public static readonly IReadOnlyList<string> Fields = ["q", "year", "track", "tied"];

    public static ObjectiveFilter From(Func<string, string?> value, int thisYear) => new(
        value("q")?.Trim() ?? "",
        int.TryParse(value("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= TaskText.FirstYear and <= TaskText.LastYear ? year : thisYear,
        Enum.TryParse<Track>(value("track"), ignoreCase: true, out var track) && Enum.IsDefined(track) ? track : null,
        value("tied") switch { "yes" => true, "no" => false, _ => null });

    internal IQueryable<Objective> Apply(YipanqiDb db, Actor actor)
    {
        var all = db.Set<Objective>();
        var rows = db.Objectives(actor, Permission.ViewTasks).Where(o => o.Year == Year);
        rows = Track is null ? rows : rows.Where(o => o.Track == Track);
        var units = db.Set<Unit>().Within(actor, Permission.ViewTasks, u => u.Path);
        rows = Text.Length == 0 ? rows : rows.Where(o => o.Text.Contains(Text) || units.Any(u => u.TenantId == o.TenantId && u.Id == o.UnitId && (u.Name.Contains(Text) || u.Code == Text)));
        return IsTied is not { } tied ? rows : rows.Where(o => (o.TiedToId != null || all.Any(s => s.TenantId == o.TenantId && s.TiedToId == o.Id)) == tied);
    }
}
