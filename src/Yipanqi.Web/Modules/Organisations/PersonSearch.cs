using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>People by name, full pinyin or initials; a hit leads to the unit of the post.</summary>
public sealed class PersonSearch(TimeProvider clock) : IScopedSearch
{
    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public SearchKind Kind => SearchKind.Person;

    public string Label => "人员";

    public Permission Permission => Permission.ViewPeople;

    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        PersonChoices.Among(matches, db.PeopleWithin(actor, Permission, Today));

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) => PersonChoices.Hits(db, actor, Permission, Today, matches);

    public void Complete(SearchHit hit) => hit.Href = $"/units/{hit.PlaceId}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Person>().OrderBy(p => p.Id);
}
