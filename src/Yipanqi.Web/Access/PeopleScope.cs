using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Which people the actor sees: the one place that says through what a person belongs to a unit.</summary>
public static class PeopleScope
{
    /// <summary>People with a post, on the day, at a unit where the actor has the permission.</summary>
    public static IQueryable<Person> PeopleWithin(this YipanqiDb db, Actor actor, Permission permission, DateOnly today)
    {
        var units = db.Set<Unit>().Within(actor, permission, u => u.Path);
        var posts = db.Set<Post>().Where(o => o.FromDay <= today && (o.ToDay == null || o.ToDay >= today) && units.Any(u => u.Id == o.UnitId));
        return db.Set<Person>().Where(p => posts.Any(o => o.PersonId == p.Id));
    }
}
