using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>People that a picker offers.</summary>
public sealed class PersonChoices(UnitOfWork unitOfWork, TimeProvider clock)
{
    private const int Candidates = 200;

    /// <summary>The best by words, in order; <paramref name="may"/> is the permission that the form asks for, null for seeing alone.</summary>
    public Task<List<SearchHit>> FindAsync(Actor actor, Permission? may, SearchWords words, int most, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return unitOfWork.ReadAsync(
            actor.TenantId,
            async db =>
            {
                var hits = words.Any
                    ? await SearchQuery.FoundAsync(db, m => Asked(db, m), m => Hits(db, actor, Permission.ViewPeople, today, m), SearchKind.Person, words, Candidates, cancellation)
                    : [];
                return hits.Take(most).ToList();
            },
            cancellation);

        // Whatever a form asks for, nobody is offered whom the actor does not see.
        IQueryable<SearchMatch> Asked(YipanqiDb db, IQueryable<SearchMatch> matches)
        {
            var seen = Among(matches, db.PeopleWithin(actor, Permission.ViewPeople, today));
            return may is { } permission ? Among(seen, db.PeopleWithin(actor, permission, today)) : seen;
        }
    }

    /// <summary>The matches that lead to one of the people.</summary>
    public static IQueryable<SearchMatch> Among(IQueryable<SearchMatch> matches, IQueryable<Person> people) => matches.Where(m => people.Any(p => p.Id == m.SubjectId));

    /// <summary>Each person with the first of their posts that the actor sees.</summary>
    public static IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, Permission permission, DateOnly today, IQueryable<SearchMatch> matches)
    {
        var units = db.Set<Unit>().Within(actor, permission, u => u.Path);
        var posts =
            from post in db.Set<Post>()
            where post.FromDay <= today && (post.ToDay == null || post.ToDay >= today)
            join unit in units on post.UnitId equals unit.Id
            orderby post.FromDay, post.Id
            select new { post.PersonId, UnitId = unit.Id, Text = unit.ShortName + " · " + post.Title };
        return
            from match in matches
            join person in db.Set<Person>() on match.SubjectId equals person.Id
            select new SearchHit
            {
                Id = person.Id,
                Place = match.Place,
                Title = person.Name,
                Note = posts.Where(p => p.PersonId == person.Id).Select(p => p.Text).FirstOrDefault() ?? "",
                PlaceId = posts.Where(p => p.PersonId == person.Id).Select(p => p.UnitId).FirstOrDefault(),
                SortKey = person.SortKey,
            };
    }
}
