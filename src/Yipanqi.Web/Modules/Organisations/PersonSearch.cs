using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>People by name, full pinyin or initials. A registered person leads to their page, one who has nothing but a post to its unit.</summary>
public sealed class PersonSearch(TimeProvider clock) : IScopedSearch
{
    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public SearchKind Kind => SearchKind.Person;

    public string Label => "人员";

    public Permission Permission => Permission.ViewPeople;

    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches)
    {
        var (registered, posted) = (db.Details(actor, Permission), db.PeopleWithin(actor, Permission, Today));
        return matches.Where(m => registered.Any(d => d.PersonId == m.SubjectId) || posted.Any(p => p.Id == m.SubjectId));
    }

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches)
    {
        var (registered, today) = (db.Details(actor, Permission), Today);
        var units = db.Set<Unit>().Within(actor, Permission, u => u.Path);
        var posts =
            from post in db.Set<Post>()
            where post.FromDay <= today && (post.ToDay == null || post.ToDay >= today)
            join unit in units on post.UnitId equals unit.Id
            orderby post.FromDay, post.Id
            select new { post.PersonId, UnitId = unit.Id, Text = unit.ShortName + " · " + post.Title };
        var places =
            from detail in registered
            join unit in db.Set<Unit>() on new { detail.TenantId, Id = detail.BranchId ?? detail.WorkUnitId } equals new { unit.TenantId, Id = (Guid?)unit.Id }
            select new { detail.PersonId, unit.ShortName };
        return
            from match in matches
            join person in db.Set<Person>() on match.SubjectId equals person.Id
            select new SearchHit
            {
                Id = person.Id,
                Place = match.Place,
                Title = person.Name,
                Note = posts.Where(p => p.PersonId == person.Id).Select(p => p.Text).FirstOrDefault()
                    ?? places.Where(p => p.PersonId == person.Id).Select(p => p.ShortName).FirstOrDefault() ?? "",
                PlaceId = registered.Any(d => d.PersonId == person.Id) ? Guid.Empty : posts.Where(p => p.PersonId == person.Id).Select(p => p.UnitId).FirstOrDefault(),
                SortKey = person.SortKey,
            };
    }

    public void Complete(SearchHit hit) => hit.Href = hit.PlaceId == Guid.Empty ? $"/people/{hit.Id}" : $"/units/{hit.PlaceId}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Person>().OrderBy(p => p.Id);
}
