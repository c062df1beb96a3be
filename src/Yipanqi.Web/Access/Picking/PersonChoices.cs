using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Access;

/// <summary>People that a picker offers.</summary>
public sealed class PersonChoices(UnitOfWork unitOfWork, PeopleScope scope, TimeProvider clock)
{
    private const int Candidates = 200;

    /// <summary>The best by words, in order; <paramref name="may"/> is the permission that the form asks for, null for seeing alone.</summary>
    public Task<List<SearchHit>> FindAsync(Actor actor, Permission? may, SearchWords words, int most, CancellationToken cancellation)
    {
        return unitOfWork.ReadAsync(
            actor.TenantId,
            async db =>
            {
                var hits = words.Any ? await SearchQuery.FoundAsync(db, m => Asked(db, m), m => Hits(db, actor, m), SearchKind.Person, words, Candidates, cancellation, numbered: Numbered(db, actor, words)) : [];
                return hits.Take(most).ToList();
            },
            cancellation);

        // Whatever a form asks for, nobody is offered whom the actor does not see.
        IQueryable<SearchMatch> Asked(YipanqiDb db, IQueryable<SearchMatch> matches)
        {
            var seen = Within(db, actor, Permission.ViewPeople, matches);
            return may is { } permission ? Within(db, actor, permission, seen) : seen;
        }
    }

    public IQueryable<SearchMatch>? Numbered(YipanqiDb db, Actor actor, SearchWords words) => scope.Numbered(db, actor, words);

    /// <summary>The matches that lead to a person in a unit where the permission holds.</summary>
    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, Permission permission, IQueryable<SearchMatch> matches)
    {
        var places = scope.Places(db, actor, permission);
        return matches.Where(m => places.Any(p => p.PersonId == m.SubjectId));
    }

    /// <summary>Each person with the first of their posts that the actor sees, else a unit they belong to.</summary>
    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var units = db.Set<Unit>().Within(actor, Permission.ViewPeople, u => u.Path);
        var places = scope.Places(db, actor, Permission.ViewPeople);
        var posts =
            from post in db.Set<Post>()
            where post.FromDay <= today && (post.ToDay == null || post.ToDay >= today)
            join unit in units on post.UnitId equals unit.Id
            orderby post.FromDay, post.Id
            select new { post.PersonId, Text = unit.ShortName + " · " + post.Title };
        return
            from match in matches
            join person in db.Set<Person>() on match.SubjectId equals person.Id
            let place = places.Where(p => p.PersonId == person.Id).OrderBy(p => p.UnitId).Select(p => p.UnitId).FirstOrDefault()
            select new SearchHit
            {
                Id = person.Id,
                Place = match.Place,
                Title = person.Name,
                Note = posts.Where(p => p.PersonId == person.Id).Select(p => p.Text).FirstOrDefault()
                    ?? db.Set<Unit>().Where(u => u.Id == place).Select(u => u.ShortName).FirstOrDefault() ?? "",
                PlaceId = place,
                SortKey = person.SortKey,
            };
    }
}
