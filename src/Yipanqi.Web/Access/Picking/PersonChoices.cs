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
                    ? await SearchQuery.FoundAsync(db, m => Hits(db, actor, may ?? Permission.ViewPeople, today, m), SearchKind.Person, words, Candidates, cancellation)
                    : [];
                return hits.Take(most).ToList();
            },
            cancellation);
    }

    /// <summary>People the actor sees that the matches lead to, each with the first of their posts that the actor sees.</summary>
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
            join person in db.PeopleWithin(actor, permission, today) on match.SubjectId equals person.Id
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
