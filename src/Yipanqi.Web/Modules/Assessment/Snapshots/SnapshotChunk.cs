using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A piece of one column of a snapshot: a figure of <see cref="Positions"/> organisations in a row, packed little-endian.</summary>
public sealed class SnapshotChunk : ITenantOwned
{
    /// <summary>Positions a chunk holds; the last one of a column may hold fewer. See docs/decisions/0076.</summary>
    public const int Positions = 1024;

    private SnapshotChunk()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid SnapshotId { get; private set; }

    public ColumnKind Kind { get; private set; }

    /// <summary>Code of the item or node; empty for columns of the whole run.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Position of its first organisation, divided by <see cref="Positions"/>.</summary>
    public int Part { get; private set; }

    public ChunkPacking Packing { get; private set; }

    public byte[] Content { get; private set; } = [];

    /// <param name="bytes">The figures as a column has them.</param>
    /// <param name="rowBytes">Bytes of one organisation.</param>
    public static SnapshotChunk Of(Guid tenantId, Guid snapshotId, ColumnKind kind, string code, int part, byte[] bytes, int rowBytes)
    {
        var (packing, content) = PackedChunk.Pack(bytes, rowBytes);
        return new() { TenantId = tenantId, SnapshotId = snapshotId, Kind = kind, Code = code, Part = part, Packing = packing, Content = content };
    }

    /// <summary>The figures as a column has them.</summary>
    public byte[] Open() => PackedChunk.Open(Packing, Content);
}
