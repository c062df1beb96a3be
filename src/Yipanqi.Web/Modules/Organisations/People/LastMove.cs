using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>The last step of a person's 组织关系: what can be corrected or taken back, since nothing came after it.</summary>
/// <param name="Last">The latest stay.</param>
/// <param name="Prior">The stay before it.</param>
internal sealed record LastMove(PersonDetail Detail, Membership Last, Membership? Prior)
{
    public const int ReasonLength = 200;

    /// <summary>The first day of the state that the step led to.</summary>
    public DateOnly Day => Last.ToDay?.AddDays(1) ?? Last.FromDay;

    public bool IsEnding => Last.ToDay is not null;

    /// <summary>A transfer between two branches: the stay before ended with it.</summary>
    public bool IsTransfer => !IsEnding && Last.BeganBy == MembershipKind.Transferred && Prior is not null;

    /// <summary>The step, or why it is not to be touched. Each branch it concerns must lie where the actor manages people.</summary>
    public static async Task<Outcome<LastMove>> FindAsync(YipanqiDb db, Actor actor, Guid personId, string reason, CancellationToken cancellation)
    {
        if (await db.FindManagedAsync(actor, personId, cancellation) is not { } detail)
        {
            return PersonAccess.Absent;
        }

        var stays = await db.Set<Membership>().Where(m => m.PersonId == personId).OrderByDescending(m => m.FromDay).Take(2).ToListAsync(cancellation);
        if (stays.Count == 0)
        {
            return Fault("", "此人没有组织关系记录，没有可以更正的。");
        }

        var move = new LastMove(detail, stays[0], stays.ElementAtOrDefault(1));
        var concerned = new[] { move.Last.UnitId, move.IsTransfer ? move.Prior!.UnitId : move.Last.UnitId };
        var managed = await db.Set<Unit>().Within(actor, Permission.ManagePeople, u => u.Path).Open().CountAsync(u => EF.Parameter(concerned).Contains(u.Id), cancellation);
        return (move.IsEnding ? move.Last.EndedBy : move.Last.BeganBy) == MembershipKind.Reorganised ? Fault("", "这一步是随单位调整办的。请在单位的变更记录里撤回那次调整。")
            : managed < concerned.Distinct().Count() ? Fault("", "这一步涉及的支部已经撤销，或不在您管理的范围内。请由管理两个支部的上级党组织办理。")
            : reason.Length == 0 ? Fault("Reason", "请写明事由。")
            : UnitText.TooLong("事由", reason, ReasonLength) is { } tooLong ? Fault("Reason", tooLong)
            : move;
    }

    public static Refusal Fault(string field, string message) => new("member.mend", field, message);
}
