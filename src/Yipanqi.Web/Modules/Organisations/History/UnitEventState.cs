using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.History;

/// <summary>What an event changed, so that it can be taken back: states before, and the rows it ended or began. Ids alone, no personal data.</summary>
internal sealed class UnitEventState
{
    public List<UnitState> Units { get; init; } = [];

    public List<Guid> Founded { get; init; } = [];

    public List<Guid> MembershipsEnded { get; init; } = [];

    public List<Guid> MembershipsBegun { get; init; } = [];

    /// <summary>People who worked in the unit and now work in its successor.</summary>
    public List<Guid> Staff { get; init; } = [];

    public Guid? StaffNow { get; set; }

    public List<Link> LinksRemoved { get; init; } = [];

    public List<Link> LinksAdded { get; init; } = [];

    public List<HeldUntil> Posts { get; init; } = [];

    public List<Guid> Seats { get; init; } = [];

    public List<Guid> Terms { get; init; } = [];

    public sealed record Link(Guid Party, Guid Administrative);

    public sealed record HeldUntil(Guid PostId, DateOnly? ToDay);
}
