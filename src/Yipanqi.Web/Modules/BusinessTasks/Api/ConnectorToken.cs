using System.Security.Cryptography;
using System.Text;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>
/// 接口令牌: what one business system shows to feed key tasks of one unit's subtree. The secret is shown once and kept as its hash alone:
/// 256 random bits need no slow one.
/// </summary>
public sealed class ConnectorToken : ITenantOwned, IVersioned
{
    private const string Prefix = "ypq_";
    private const int GuidBytes = 16;
    private const int SecretBytes = 32;

    private ConnectorToken()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The business system as people call it; the source of all it feeds. Unique among the tenant's tokens that hold.</summary>
    public string System { get; private set; } = "";

    /// <summary>The administrative unit in whose subtree it may feed.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>SHA-256 of the secret, in hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public Guid IssuedById { get; private set; }

    public DateTime IssuedUtc { get; private set; }

    public DateTime? RevokedUtc { get; private set; }

    public int Version { get; private set; }

    /// <summary>A new token and its text, which nobody can read again.</summary>
    public static (ConnectorToken Token, string Text) Issue(Actor by, string system, Unit unit, DateTime nowUtc)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var token = new ConnectorToken
        {
            TenantId = by.TenantId,
            Id = Guid.CreateVersion7(),
            System = system,
            UnitId = unit.Id,
            Hash = HashOf(secret),
            IssuedById = by.PersonId,
            IssuedUtc = nowUtc,
        };
        return (token, Prefix + Convert.ToHexStringLower([.. by.TenantId.ToByteArray(), .. token.Id.ToByteArray(), .. secret]));
    }

    /// <summary>Takes a text apart: whose token it claims to be, and the hash to compare. False for what is none.</summary>
    public static bool TryRead(string text, out Guid tenantId, out Guid id, out string hash)
    {
        (tenantId, id, hash) = (Guid.Empty, Guid.Empty, "");
        if (text.Length != Prefix.Length + (2 * (GuidBytes + GuidBytes + SecretBytes)) || !text.StartsWith(Prefix, StringComparison.Ordinal) || !text.AsSpan(Prefix.Length).ToString().All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var bytes = Convert.FromHexString(text.AsSpan(Prefix.Length));
        (tenantId, id, hash) = (new Guid(bytes.AsSpan(0, GuidBytes)), new Guid(bytes.AsSpan(GuidBytes, GuidBytes)), HashOf(bytes.AsSpan(2 * GuidBytes)));
        return tenantId != Guid.Empty;
    }

    public bool Fits(string hash) =>
        RevokedUtc is null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash));

    public void Revoke(DateTime nowUtc) => RevokedUtc ??= nowUtc;

    private static string HashOf(ReadOnlySpan<byte> secret) => Convert.ToHexStringLower(SHA256.HashData(secret));
}
