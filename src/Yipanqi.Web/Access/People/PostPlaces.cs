using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>People belong to the units of their posts of today.</summary>
public sealed class PostPlaces : IPersonPlaces
{
    public IQueryable<PersonPlace> Of(YipanqiDb db, DateOnly today) => db.Set<Post>()
        .Where(p => p.FromDay <= today && (p.ToDay == null || p.ToDay >= today))
        .Select(p => new PersonPlace { PersonId = p.PersonId, UnitId = p.UnitId });
}
