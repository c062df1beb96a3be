using Yipanqi.Web.Access;

namespace Yipanqi.Web.Files.Imports;

/// <summary>The targets that modules registered, limited to those the person may use.</summary>
public sealed class ImportTargets(IEnumerable<IImportTarget> targets)
{
    public IReadOnlyList<IImportTarget> For(Actor actor) => [.. targets.Where(t => actor.Can(t.Permission)).OrderBy(t => t.Code, StringComparer.Ordinal)];

    /// <summary>Null for an unknown target and for one that the person may not use, alike.</summary>
    public IImportTarget? Find(Actor actor, string code) => targets.FirstOrDefault(t => t.Code == code && actor.Can(t.Permission));

    /// <summary>Name of a target for lists, also of one the person may no longer use.</summary>
    public string TitleOf(string code) => targets.FirstOrDefault(t => t.Code == code)?.Title ?? code;
}
