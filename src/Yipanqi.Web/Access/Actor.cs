using System.Security.Cryptography;
using System.Text;

namespace Yipanqi.Web.Access;

/// <summary>The person at work: tenant, name and what their posts allow where. An argument of every use case and query.</summary>
public sealed record Actor(Guid TenantId, Guid PersonId, string Name, string PostTitle, IReadOnlyList<Grant> Grants)
{
    /// <summary>The secret was issued by someone else or is too old: only changing it is open.</summary>
    public bool SecretIsDue { get; init; }

    /// <summary>Tops of all trees of the tenant; none where that was not asked for, so that nobody is taken to see all.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Whether the permission holds for every unit of the tenant, so that no row needs to be asked whose it is.</summary>
    public bool CoversAll(Permission permission) => Roots.Count > 0 && Roots.All(root => Covers(permission, root));

    public bool Can(Permission permission) => Grants.Any(g => g.Permissions.HasFlag(permission));

    public bool CanAny(Permission permissions) => Grants.Any(g => (g.Permissions & permissions) != 0);

    /// <summary>Tops of the subtrees in which the permission holds, none inside another, in order.</summary>
    public IReadOnlyList<string> PathsFor(Permission permission)
    {
        var tops = new List<string>();
        foreach (var path in Grants.Where(g => g.Permissions.HasFlag(permission)).Select(g => g.Path).Order(StringComparer.Ordinal))
        {
            if (tops.Count == 0 || !path.StartsWith(tops[^1], StringComparison.Ordinal))
            {
                tops.Add(path);
            }
        }

        return tops;
    }

    /// <summary>Whether the permission holds for the unit with this path.</summary>
    public bool Covers(Permission permission, string path) =>
        Grants.Any(g => g.Permissions.HasFlag(permission) && path.StartsWith(g.Path, StringComparison.Ordinal));

    /// <summary>Part of every cache key: the tenant and what may be seen with the permission, shortened to a hash.</summary>
    public string ScopeKey(Permission permission)
    {
        var paths = string.Join('|', PathsFor(permission));
        return $"{TenantId:N}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(paths)))[..16]}";
    }
}
