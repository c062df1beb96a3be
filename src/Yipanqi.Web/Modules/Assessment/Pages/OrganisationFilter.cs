using Yipanqi.Web.Shell.Levels;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>What a list of organisations is narrowed to; the page and its export read it alike.</summary>
/// <param name="Level">Style name of a level, for instance orange or none; null for all.</param>
/// <param name="Group">Id of a peer group, none for those without one; null for all.</param>
public sealed record OrganisationFilter(string? Name, string? Level, string? Group)
{
    /// <summary>These alone, as chosen by their boxes; empty for all.</summary>
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    public static OrganisationFilter Read(string? name, string? level, string? group) => new(Given(name), Given(level), Given(group));

    public IReadOnlyList<BoardOrganisation> Of(BoardView view) =>
        [.. view.Groups.Where(g => Group is null || (g.Id?.ToString() ?? "none") == Group).SelectMany(g => g.Organisations).Where(Passes)];

    private bool Passes(BoardOrganisation o) => (Name is null || o.IsNamedLike(Name)) && (Level is null || o.Level.Mark().Style() == Level)
        && (Chosen.Count == 0 || Chosen.Contains(o.UnitId));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
