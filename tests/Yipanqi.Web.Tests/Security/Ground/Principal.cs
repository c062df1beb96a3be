using Yipanqi.Web.Access;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>One who asks: a person with one post at a unit, or nobody signed in.</summary>
/// <param name="Unit">Number of the unit in its tenant.</param>
public sealed record Principal(string Name, char Tenant, PostRole? Role, int Unit)
{
    public static readonly Principal Anonymous = new("anonymous", '-', null, 0);

    public static readonly Principal Lead = new("工委", 'A', PostRole.WorkCommitteeLead, SecurityTenant.Root);

    public static readonly Principal Officer = new("机关党委", 'A', PostRole.PartyCommitteeOfficer, SecurityTenant.First);

    public static readonly Principal OtherLead = new("other tenant", 'B', PostRole.WorkCommitteeLead, SecurityTenant.Root);

    /// <summary>The ten of the matrix.</summary>
    public static readonly IReadOnlyList<Principal> All =
    [
        Anonymous,
        Lead,
        Officer,
        new("支部书记", 'A', PostRole.BranchSecretary, SecurityTenant.Branch),
        new("党员", 'A', PostRole.Member, SecurityTenant.Branch),
        new("督查", 'A', PostRole.Inspector, SecurityTenant.First),
        new("系统管理员", 'A', PostRole.SystemAdministrator, SecurityTenant.Root),
        new("安全管理员", 'A', PostRole.SecurityAdministrator, SecurityTenant.Root),
        new("审计管理员", 'A', PostRole.AuditAdministrator, SecurityTenant.Root),
        OtherLead,
    ];

    /// <summary>More roles whose pages are looked at, so that every page has someone who may open it.</summary>
    public static readonly IReadOnlyList<Principal> Others =
    [
        new("数据提供部门", 'A', PostRole.DataSupplier, SecurityTenant.First),
        new("党组", 'A', PostRole.PartyGroup, SecurityTenant.First),
    ];

    /// <summary>Second persons of the work committees, for what takes two.</summary>
    public static readonly IReadOnlyList<Principal> Colleagues =
    [
        new("工委工作人员", 'A', PostRole.WorkCommitteeOfficer, SecurityTenant.Root),
        new("colleague of the other tenant", 'B', PostRole.WorkCommitteeOfficer, SecurityTenant.Root),
    ];

    public bool IsSignedIn => Role is not null;

    /// <summary>Whether one of the permissions is held, as a route that needs any of them asks.</summary>
    public bool Can(Permission anyOf) => Role is { } role && (PostRoles.PermissionsOf(role) & anyOf) != 0;

    public override string ToString() => Name;
}
