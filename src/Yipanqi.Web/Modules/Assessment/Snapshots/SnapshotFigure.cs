using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A figure over many organisations, made when the snapshot is stored, so that no page need read them all.</summary>
public sealed class SnapshotFigure : ITenantOwned
{
    private SnapshotFigure()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid SnapshotId { get; private set; }

    /// <summary>What it is of: <see cref="OfScope"/> or <see cref="OfGroup"/>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>JSON of <see cref="ScopeFigures"/>, or of medians by node.</summary>
    public string Content { get; private set; } = "";

    public static SnapshotFigure Of(Guid tenantId, Guid snapshotId, string name, string content) =>
        new() { TenantId = tenantId, SnapshotId = snapshotId, Name = name, Content = content };

    /// <summary>Figures of all assessed organisations of a tier in the subtree of a path.</summary>
    public static string OfScope(string path, UnitTier tier) => $"{Below(path)} {tier}";

    /// <summary>What the names of all scopes in the subtree of a path begin with.</summary>
    public static string Below(string path) => "scope " + path;

    /// <summary>Medians of a peer group.</summary>
    public static string OfGroup(Guid peerGroupId) => $"group {peerGroupId:N}";
}
