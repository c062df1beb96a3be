using Microsoft.AspNetCore.Authorization;

namespace Yipanqi.Web.Access;

/// <summary>A page or endpoint that asks for a permission, or one of several, held anywhere; the query inside limits to where it is held.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(Permission)];
}
