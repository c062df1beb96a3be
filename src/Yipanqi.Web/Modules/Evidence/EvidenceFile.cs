using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Evidence;

/// <summary>The bytes of a file, kept once in a tenant however often it is handed in.</summary>
public sealed class EvidenceFile : ITenantOwned
{
    private EvidenceFile()
    {
    }

    public Guid TenantId { get; private set; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public int Length { get; private set; }

    public byte[] Content { get; private set; } = [];

    public static EvidenceFile Of(Guid tenantId, string sha256, byte[] content) =>
        new() { TenantId = tenantId, Sha256 = sha256, Length = content.Length, Content = content };
}
