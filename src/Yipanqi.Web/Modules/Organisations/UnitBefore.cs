using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>A unit as it was before a change, with the version the change left it at.</summary>
public sealed record UnitBefore(
    Guid Id, int Version, string Name, string ShortName, string Kind, int SortOrder, string Note, bool IsAssessed, Guid? PeerGroupId)
{
    /// <summary>Taken before the change is made: saving raises the version by one.</summary>
    public static UnitBefore Of(Unit unit) =>
        new(unit.Id, unit.Version + 1, unit.Name, unit.ShortName, unit.Kind, unit.SortOrder, unit.Note, unit.IsAssessed, unit.PeerGroupId);

    public void PutBack(Unit unit)
    {
        unit.Describe(Name, ShortName, Kind, SortOrder, Note);
        unit.Assess(IsAssessed, PeerGroupId);
    }
}
