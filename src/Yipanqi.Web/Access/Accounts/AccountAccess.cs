using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Finding accounts, people and units for the system administrator, and the refusals they share.</summary>
internal static class AccountAccess
{
    public static readonly Refusal Absent = new("account.absent", "", "没有这个账号。");
    public static readonly Refusal Forbidden = new("account.forbidden", "", "您的职务不能办这件事。");
    public static readonly Refusal Oneself = new("account.oneself", "", "不能给自己办。请由另一位管理员办理。");

    /// <summary>An account of this tenant with its person; null where there is none.</summary>
    public static async Task<(Account Account, Person Person)?> FindAccountAsync(this YipanqiDb db, Guid id, CancellationToken cancellation)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.DomainId == db.TenantId, cancellation);
        var person = account is null ? null : await db.Set<Person>().SingleOrDefaultAsync(p => p.AccountId == id, cancellation);
        return person is null ? null : (account!, person);
    }

    public static Refusal? ReasonFault(string reason, string field) =>
        reason.Length is 0 or > Proposal.ReasonLength ? new Refusal("proposal.reason", field, $"请写明理由，最多 {Proposal.ReasonLength} 字。") : null;

    /// <summary>The unit with this code, or the only one with this name, of those the actor may place people at.</summary>
    public static async Task<(Unit? Unit, string Fault)> FindUnitAsync(this YipanqiDb db, Actor actor, Permission permission, string codeOrName, CancellationToken cancellation)
    {
        var found = await db.Set<Unit>().Within(actor, permission, u => u.Path).Open().Where(u => u.Code == codeOrName || u.Name == codeOrName || u.ShortName == codeOrName)
            .OrderBy(u => u.Code).Take(3).ToListAsync(cancellation);
        var unit = found.Find(u => u.Code == codeOrName) ?? (found.Count == 1 ? found[0] : null);
        return (unit, unit is not null ? "" : found.Count > 1 ? "不止一个同名单位，请填编码。" : "没有这个编码或名称的单位。");
    }

    /// <summary>Whether someone else could still do the work of this administrator today.</summary>
    /// <param name="ending">Posts that end with the same decision.</param>
    public static Task<bool> IsReplaceableAsync(this YipanqiDb db, PostRole role, Guid personId, IReadOnlyList<Guid> ending, DateOnly today, CancellationToken cancellation) => (
        from post in db.Set<Post>()
        where post.Role == role && post.PersonId != personId && post.FromDay <= today && post.ToDay == null && !ending.Contains(post.Id)
        join person in db.Set<Person>() on new { post.TenantId, Id = post.PersonId } equals new { person.TenantId, person.Id }
        join account in db.Users on person.AccountId equals (Guid?)account.Id
        where account.DomainId == db.TenantId && !account.Disabled && !account.Pending
        select account.Id).AnyAsync(cancellation);

    public static Refusal LastOne(PostRole role, string field = "") =>
        new("account.last", field, $"这是唯一能用的{PostRoles.NameOf(role)}。请先为另一人开通，再停用或结束这一个。");
}
