using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Finding a quarter's cycle, and whether a person's permission reaches every assessed organisation.</summary>
internal static class CycleAccess
{
    public static readonly Refusal NotOpened = new("cycle.absent", "", "本季度还没有开启填报。请先由工委开启。");

    public static readonly Refusal Partial = new("cycle.scope", "", "这一步涉及全部参评单位，您的职务管不到其中一部分，请由工委的同志办理。");

    public static Task<QuarterCycle?> CycleOfAsync(this YipanqiDb db, Quarter quarter, CancellationToken cancellation)
    {
        var key = quarter.Key;
        return db.Set<QuarterCycle>().SingleOrDefaultAsync(c => c.QuarterKey == key, cancellation);
    }

    public static async Task<bool> ReachesAllAsync(this YipanqiDb db, Actor actor, Permission permission, CancellationToken cancellation)
    {
        var assessed = db.Set<Unit>().Where(u => u.IsAssessed);
        return actor.Can(permission)
            && await assessed.CountAsync(cancellation) == await assessed.Within(actor, permission, u => u.Path).CountAsync(cancellation);
    }

    /// <summary>The definition by which the quarter is asked; null where it is not opened.</summary>
    public static async Task<SchemeDefinition?> DefinitionOfAsync(this YipanqiDb db, QuarterCycle? cycle, CancellationToken cancellation)
    {
        var json = cycle is null ? null : await db.Set<Scheme>().Where(s => s.Id == cycle.SchemeId).Select(s => s.Definition).SingleAsync(cancellation);
        return json is null ? null : SchemeJson.Read(json);
    }
}
