using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Shell.Levels;
using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>What a list of organisations is narrowed to and sorted by; the page and its export read it alike.</summary>
public sealed record OrganisationFilter(AskedQuarter Asked, UnitTier Tier, string? Name, string? Level, string? Group)
{
    private const string NoGroup = "none";

    /// <param name="level">Style name of a level, for instance orange or none; null for all.</param>
    /// <param name="group">Id of a peer group, none for those without one; null for all.</param>
    public static OrganisationFilter Read(AskedQuarter asked, UnitTier tier, string? name, string? level, string? group) =>
        new(asked, tier, Given(name), Given(level), Given(group));

    public static string ValueOf(Guid? group) => group?.ToString() ?? NoGroup;

    public OrganisationsQuery.Input Input(string? sort, bool descending, int skip, int take) => new(
        Asked.Quarter, Asked.Preview, Tier, Name, LevelOf(Level), Group == NoGroup ? Guid.Empty : Guid.TryParse(Group, out var id) ? id : null, sort, descending, skip, take);

    /// <summary>A page of the list, sorted as its address says; without an order the serious come first.</summary>
    public OrganisationsQuery.Input Page(ListAddress address) =>
        Input(address.Sort, address.Descending, Math.Min((address.Page - 1) * Paging.RowsAPage, OrganisationsQuery.MostCounted - Paging.RowsAPage), Paging.RowsAPage);

    private static WarningLevel? LevelOf(string? style) =>
        Marks.SeriousFirst.Where(l => l.Mark().Style() == style).Select(l => (WarningLevel?)l).FirstOrDefault();

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
