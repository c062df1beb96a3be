using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Journal;

/// <summary>
/// What of the journal a person may read: the audit administrator, and whoever may view it from the top of a tree, all of the tenant's; from
/// further down, what people with a post in their own subtree did.
/// </summary>
internal static class JournalScope
{
    public static IQueryable<JournalEntry> Of(YipanqiDb db, Actor actor)
    {
        var tops = actor.PathsFor(Permission.ViewJournal);
        if (actor.Can(Permission.AuditJournal) || tops.Any(IsTop))
        {
            return db.Set<JournalEntry>();
        }

        var units = db.Set<Unit>().Within(tops, u => u.Path);
        return db.Set<JournalEntry>().Where(e => db.Set<Post>().Any(p => p.TenantId == e.TenantId && p.PersonId == e.ActorId && units.Any(u => u.TenantId == p.TenantId && u.Id == p.UnitId)));
    }

    // A path of one label.
    private static bool IsTop(string path) => path.IndexOf('.', StringComparison.Ordinal) == path.Length - 1;
}
