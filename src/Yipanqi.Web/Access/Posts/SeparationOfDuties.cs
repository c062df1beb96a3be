namespace Yipanqi.Web.Access;

/// <summary>
/// 三员分立：系统管理员、安全管理员、审计管理员互不兼任，也不兼任业务职务。The one place that says which posts go together; whoever grants a post asks here,
/// after <see cref="AccessLock"/>, so that two who grant at once do not pass each other by.
/// </summary>
/// <remarks>GB/T 22239-2019 8.1.5.1–8.1.5.3（系统管理、审计管理、安全管理）, 8.1.4.2 d)：应授予管理用户所需的最小权限，实现管理用户的权限分离。</remarks>
public static class SeparationOfDuties
{
    /// <summary>Why a post from this day on does not go with those held; None where it does.</summary>
    /// <param name="held">All posts of the person, ended ones too.</param>
    public static SeparationFault Check(IEnumerable<Post> held, Unit unit, PostRole role, DateOnly from)
    {
        var administers = PostRoles.IsAdministrator(role);
        if (administers && (unit.ParentId is not null || unit.Track != Track.Party))
        {
            return SeparationFault.NotAtTheTop;
        }

        var beside = held.Where(p => p.ToDay is null || p.ToDay >= from).ToList();
        return beside.Any(p => p.Role == role && p.UnitId == unit.Id) ? SeparationFault.AlreadyHeld
            : beside.Any(p => PostRoles.IsAdministrator(p.Role) && p.Role != role) ? administers ? SeparationFault.SecondAdministrator : SeparationFault.BusinessOfAdministrator
            : administers && beside.Any(p => p.Role != role) ? SeparationFault.AdministratorInBusiness
            : SeparationFault.None;
    }

    /// <summary>Whether roles held on one day go together, wherever they came from: an actor whose roles do not is nobody.</summary>
    public static bool Holds(IReadOnlyCollection<PostRole> roles) => !roles.Any(PostRoles.IsAdministrator) || roles.Distinct().Count() == 1;

    /// <summary>The sentence the administrator reads.</summary>
    public static string Words(SeparationFault fault, string person) => fault switch
    {
        SeparationFault.NotAtTheTop => "三员管的是整个平台，职务只能设在最上级的党组织。",
        SeparationFault.AlreadyHeld => $"{person}同期已在这个单位任这个角色，不必再授。",
        SeparationFault.SecondAdministrator => $"{person}同期任另一类管理员。系统、安全、审计三员不得兼任，请另选一人，或先结束原职务。",
        SeparationFault.BusinessOfAdministrator => $"{person}同期任管理员，不得兼任业务职务。请另选一人，或先结束管理员职务。",
        SeparationFault.AdministratorInBusiness => $"{person}同期有业务职务，不得任管理员。请另选一人，或先结束业务职务。",
        _ => "",
    };
}
