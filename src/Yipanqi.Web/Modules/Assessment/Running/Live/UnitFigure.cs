using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The figures of a unit with units below it, as its parent takes them: so that a change below need not pool its neighbours again.
/// Kept as long as the snapshot is a preview.
/// </summary>
public sealed class UnitFigure : ITenantOwned
{
    private UnitFigure()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid SnapshotId { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>One figure for each item, by <see cref="FigurePacking"/>.</summary>
    public byte[] Content { get; private set; } = [];

    public static UnitFigure Of(Guid tenantId, Guid snapshotId, Guid unitId, byte[] content) =>
        new() { TenantId = tenantId, SnapshotId = snapshotId, UnitId = unitId, Content = content };
}
