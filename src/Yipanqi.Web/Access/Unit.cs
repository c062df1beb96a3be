using System.Globalization;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Access;

/// <summary>
/// An organisation of either tree: a work committee, Party committee or branch, or an organ or department.
/// Its <see cref="Path"/> is its parent's path with one label of its own and a dot, so a subtree is one range of paths.
/// </summary>
public sealed class Unit : ITenantOwned, IVersioned, ISearchable
{
    /// <summary>Deepest tree that is accepted; a path then stays under 200 characters.</summary>
    public const int MaxDepth = 16;

    private const int LabelLength = 10;

    private Unit()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The unit's own code, unique in the tenant: the key that imports find it by.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    /// <summary>First letters of the short name in pinyin, to find the unit by.</summary>
    public string Initials { get; private set; } = "";

    /// <summary>The name spelt for ordering; byte by byte it is the order of a dictionary.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Kind as the field names it (机关党委、党支部、政府组成部门…): free text from the source, never computed with.</summary>
    public string Kind { get; private set; } = "";

    public Track Track { get; private set; }

    public Guid? ParentId { get; private set; }

    public string Path { get; private set; } = "";

    public int Depth { get; private set; }

    public int SortOrder { get; private set; }

    /// <summary>A subject of the quarterly assessment. Departments and groups usually are not.</summary>
    public bool IsAssessed { get; private set; }

    public Guid? PeerGroupId { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>The day it was founded; null where only its registration is known.</summary>
    public DateOnly? FoundedDay { get; private set; }

    /// <summary>The day from which what is told here holds; null where nothing is known of before. Earlier states are kept as <see cref="UnitPast"/>.</summary>
    public DateOnly? SinceDay { get; private set; }

    /// <summary>撤销: the first day on which it is no more. A closed unit is kept for what refers to it and is chosen nowhere.</summary>
    public DateOnly? ClosedDay { get; private set; }

    public int Version { get; private set; }

    public static Unit New(Guid tenantId, string code, string name, Track track, Unit? parent)
    {
        var id = Guid.CreateVersion7();
        if (parent is { Depth: >= MaxDepth })
        {
            throw new ArgumentException($"The tree may be {MaxDepth} levels deep.", nameof(parent));
        }

        var unit = new Unit
        {
            TenantId = tenantId,
            Id = id,
            Code = code,
            Track = track,
            ParentId = parent?.Id,
            Path = (parent?.Path ?? "") + Label(id),
            Depth = (parent?.Depth ?? 0) + 1,
        };
        unit.Describe(name, name, "", 0, "");
        return unit;
    }

    /// <summary>Sets what an import or a form may change; true where something did change.</summary>
    public bool Describe(string name, string shortName, string kind, int sortOrder, string note)
    {
        var before = (Name, ShortName, Kind, SortOrder, Note);
        (Name, ShortName, Kind, SortOrder, Note) = (name, shortName, kind, sortOrder, note);
        if (SortKey.Length == 0 || (Name, ShortName) != (before.Name, before.ShortName))
        {
            (Initials, SortKey) = (Pinyin.Of(shortName).Initials, Pinyin.Of(name).SortKey);
        }

        return before != (Name, ShortName, Kind, SortOrder, Note);
    }

    /// <summary>Says whether the unit is assessed and with whom it is compared; true where something did change.</summary>
    public bool Assess(bool isAssessed, Guid? peerGroupId)
    {
        var before = (IsAssessed, PeerGroupId);
        (IsAssessed, PeerGroupId) = (isAssessed, peerGroupId);
        return before != (IsAssessed, PeerGroupId);
    }

    /// <summary>A code of its own where nobody gave one.</summary>
    public void NameByItself(string prefix) => Code = $"{prefix}-{Id.ToString("N")[^6..].ToUpperInvariant()}";

    public void Found(DateOnly day) => (FoundedDay, SinceDay) = (day, day);

    /// <summary>更名: from this day on it is called otherwise.</summary>
    public void Rename(string name, string shortName, string kind, DateOnly day)
    {
        Describe(name, shortName, kind, SortOrder, Note);
        SinceDay = day;
    }

    /// <summary>Stands below another parent; those below it are carried along by <see cref="UnitPaths"/>.</summary>
    public void MoveBelow(Unit parent, DateOnly? since)
    {
        if (parent.Track != Track || parent.TenantId != TenantId || parent.Path.StartsWith(Path, StringComparison.Ordinal))
        {
            throw new ArgumentException("A unit moves below another of its tree, never below itself.", nameof(parent));
        }

        (ParentId, Path, Depth, SinceDay) = (parent.Id, parent.Path + LabelOf(Path), parent.Depth + 1, since);
    }

    /// <summary>撤销、并入: no longer there from this day on, assessed with nobody.</summary>
    public void Close(DateOnly day)
    {
        (ClosedDay, SinceDay) = (day, day);
        Assess(false, null);
    }

    /// <summary>Founded by mistake: gone from its first day on, its code free again.</summary>
    public void Annul()
    {
        (ClosedDay, Code) = (FoundedDay, $"~{Id:N}");
        Assess(false, null);
    }

    /// <summary>Takes back a change of its name.</summary>
    public void RestoreName(UnitState before)
    {
        Describe(before.Name, before.ShortName, before.Kind, SortOrder, Note);
        SinceDay = before.SinceDay;
    }

    /// <summary>Takes back its closing.</summary>
    public void Reopen(UnitState before)
    {
        (SinceDay, ClosedDay) = (before.SinceDay, null);
        Assess(before.IsAssessed, before.PeerGroupId);
    }

    /// <summary>How deep the unit with this path stands; a root stands at 1.</summary>
    public static int DepthOf(string path) => path.Length / (LabelLength + 1);

    /// <summary>The unit's own part of its path, which it keeps wherever it goes.</summary>
    public static string LabelOf(string path) => path[^(LabelLength + 1)..];

    public SearchText ToSearch()
    {
        var text = SearchText.Of(SearchKind.Unit, Id, Code, Name, ShortName);
        return text with
        {
            Spellings = [.. text.Spellings, .. text.Names.Select(UnitNames.Own).OfType<string>().Select(Pinyin.Of)],
            ListKey = string.Create(CultureInfo.InvariantCulture, $"{(int)Track}{Depth:00}{SortOrder:0000000}{Code}"),
        };
    }

    /// <summary>Paths of the unit with this path and of those above it: every label ends with a dot, so the beginnings that end there.</summary>
    public static string[] PathsTo(string path) =>
        [.. Enumerable.Range(1, path.Length).Where(length => path[length - 1] == '.').Select(length => path[..length])];

    // The random tail of a version 7 id: 40 bits, unique among siblings; the unique index on the path guards the rest.
    private static string Label(Guid id) => id.ToString("N")[^LabelLength..] + ".";
}
