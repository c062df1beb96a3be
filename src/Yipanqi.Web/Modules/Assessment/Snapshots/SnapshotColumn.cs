using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One column of a snapshot: a figure of every organisation by position, packed little-endian.</summary>
public sealed class SnapshotColumn : ITenantOwned
{
    private SnapshotColumn()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid SnapshotId { get; private set; }

    public ColumnKind Kind { get; private set; }

    /// <summary>Code of the item or node; empty for columns of the whole run.</summary>
    public string Code { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public static SnapshotColumn Of(Guid tenantId, Guid snapshotId, ColumnKind kind, string code, byte[] content) =>
        new() { TenantId = tenantId, SnapshotId = snapshotId, Kind = kind, Code = code, Content = content };
}
