using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>What ties people to units: posts, and what modules above add (memberships). Each registers its own.</summary>
public interface IPersonPlaces
{
    IQueryable<PersonPlace> Of(YipanqiDb db, DateOnly today);
}
