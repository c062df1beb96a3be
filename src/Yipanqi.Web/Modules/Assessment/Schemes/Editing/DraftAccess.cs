using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Finds a draft that the actor may write at, as it was when they read it.</summary>
internal static class DraftAccess
{
    public static readonly Refusal Denied = new("scheme.denied", "", "您的职务不能管理考评方案。");
    public static readonly Refusal Absent = new("scheme.draft", "", "没有这份草稿，或它已送审、已发布。送审的先撤回再改，已发布的另起一版。");
    public static readonly Refusal Raced = new("scheme.raced", "", "没有保存。这份草稿刚被别人改过。您填的内容还在，请对照现在的内容再保存一次。");

    public static async Task<Outcome<Scheme>> FindAsync(YipanqiDb db, Actor actor, Guid id, int? version, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageSchemes))
        {
            return Denied;
        }

        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(s => s.Id == id && s.Status == SchemeStatus.Draft, cancellation);
        return scheme is null ? Absent : version is { } read && read != scheme.Version ? Raced : scheme;
    }

    /// <summary>The next step of a draft, with the definition as it is before it.</summary>
    public static async Task<SchemeEdit> EditAsync(YipanqiDb db, Scheme scheme, Actor actor, DateTime now, string what, CancellationToken cancellation)
    {
        var number = await db.Set<SchemeEdit>().Where(e => e.SchemeId == scheme.Id).MaxAsync(e => (int?)e.Number, cancellation) ?? 0;
        return SchemeEdit.Of(scheme, number + 1, actor.PersonId, now, what);
    }
}
