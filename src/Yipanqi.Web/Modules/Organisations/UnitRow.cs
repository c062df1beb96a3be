using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>A unit as it is now or was on a day, for lists to filter and order by.</summary>
internal sealed class UnitRow
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required string Kind { get; init; }

    public required Track Track { get; init; }

    public required Guid? ParentId { get; init; }

    public required int Depth { get; init; }

    public required int SortOrder { get; init; }

    public required bool IsAssessed { get; init; }

    public required Guid? PeerGroupId { get; init; }

    public required string Note { get; init; }

    public required DateOnly? ClosedDay { get; init; }
}
