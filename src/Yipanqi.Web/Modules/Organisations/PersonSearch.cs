using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>People by name, full pinyin, initials or staff code.</summary>
public sealed class PersonSearch(PersonChoices choices) : IScopedSearch
{
    private const int WithPage = 0;
    private const int WithoutPage = 1;

    public SearchKind Kind => SearchKind.Person;

    public string Label => "人员";

    public Permission Permission => Permission.ViewPeople;

    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) => choices.Within(db, actor, Permission, matches);

    public IQueryable<SearchMatch>? Numbered(YipanqiDb db, Actor actor, SearchWords words) => choices.Numbered(db, actor, words);

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches)
    {
        var known = db.Details(actor, Permission);
        return choices.Hits(db, actor, matches).Select(h => new SearchHit
        {
            Id = h.Id,
            Place = h.Place,
            Title = h.Title,
            Note = h.Note,
            PlaceId = h.PlaceId,
            Order = known.Any(d => d.PersonId == h.Id) ? WithPage : WithoutPage,
            SortKey = h.SortKey,
        });
    }

    // Whoever only holds a post has no page of their own: the unit of the post tells about them.
    public void Complete(SearchHit hit) => hit.Href = hit.Order == WithPage ? $"/people/{hit.Id}" : $"/units/{hit.PlaceId}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Person>().OrderBy(p => p.Id);
}
