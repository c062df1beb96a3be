using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>What a change of a unit would carry along: shown before it is made.</summary>
/// <param name="Earliest">The first day the change may be told from; null where any day may.</param>
/// <param name="Below">Units directly below, the first of them.</param>
/// <param name="People">Members and staff, the first of them; empty where the actor does not see people of the unit.</param>
/// <param name="Nearby">Units likely meant as the other one: beside the superior for a move, beside itself else.</param>
public sealed record UnitChangeView(
    Guid Id, string Code, string Name, string ShortName, string Kind, Track Track, int Version, DateOnly? Earliest, string Superior, bool IsTop,
    IReadOnlyList<UnitPlace> Below, UnitChangeView.Tally Count, IReadOnlyList<UnitChangeView.Someone> People, IReadOnlyList<UnitMatter> Matters,
    IReadOnlyList<UnitPlace> BesideSuperior, IReadOnlyList<UnitPlace> Beside)
{
    public const int Shown = 200;

    public sealed record Tally(int Below, int Subtree, int Members, int Staff, int Posts, int Seats, int Links);

    public sealed record Someone(Guid PersonId, string Name, string StaffCode, bool IsMember);
}
