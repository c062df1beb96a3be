using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>People by name, full pinyin or initials. A registered person leads to their page, one who has nothing but a post to its unit.</summary>
public sealed class PersonSearch(TimeProvider clock) : IScopedSearch
{
    public SearchKind Kind => SearchKind.Person;

    public string Label => "人员";

    public Permission Permission => Permission.ViewPeople;

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var registered = db.Details(actor, Permission);
        var posted = db.PeopleWithin(actor, Permission, today);
        var units = db.Set<Unit>().Within(actor, Permission, u => u.Path);
        var posts = db.Set<Post>().Where(p => p.FromDay <= today && (p.ToDay == null || p.ToDay >= today) && units.Any(u => u.Id == p.UnitId)).OrderBy(p => p.FromDay).ThenBy(p => p.Id);
        return
            from match in matches
            join person in db.Set<Person>() on match.SubjectId equals person.Id
            let place = registered.Where(d => d.PersonId == person.Id).Select(d => d.BranchId ?? d.WorkUnitId).FirstOrDefault()
                ?? posts.Where(p => p.PersonId == person.Id).Select(p => (Guid?)p.UnitId).FirstOrDefault()
            let isRegistered = registered.Any(d => d.PersonId == person.Id)
            where isRegistered || posted.Any(p => p.Id == person.Id)
            select new SearchHit
            {
                Id = person.Id,
                Place = match.Place,
                Title = person.Name,
                Note = db.Set<Unit>().Where(u => u.Id == place).Select(u => u.ShortName).FirstOrDefault() ?? "",
                PlaceId = isRegistered ? Guid.Empty : place ?? Guid.Empty,
                SortKey = person.SortKey,
            };
    }

    public void Complete(SearchHit hit) => hit.Href = hit.PlaceId == Guid.Empty ? $"/people/{hit.Id}" : $"/units/{hit.PlaceId}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Person>().OrderBy(p => p.Id);
}
