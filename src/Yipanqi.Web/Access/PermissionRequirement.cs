using Microsoft.AspNetCore.Authorization;

namespace Yipanqi.Web.Access;

public sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;
