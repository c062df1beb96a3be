using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>What ties people to units: posts, and what modules above add (memberships). Each registers its own.</summary>
public interface IPersonPlaces
{
    IQueryable<PersonPlace> Of(YipanqiDb db, DateOnly today);

    /// <summary>People whose number there begins so, of those whose number the actor may read; null where people have no numbers. The place of the whole number is that of a code.</summary>
    IQueryable<SearchMatch>? Numbered(YipanqiDb db, Actor actor, string number) => null;
}
