using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>People by name, full pinyin or initials; a hit leads to the unit of the post.</summary>
public sealed class PersonSearch(TimeProvider clock) : IScopedSearch
{
    public SearchKind Kind => SearchKind.Person;

    public string Label => "人员";

    public Permission Permission => Permission.ViewPeople;

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        PersonChoices.Hits(db, actor, Permission, ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime), matches);

    public void Complete(SearchHit hit) => hit.Href = $"/units/{hit.PlaceId}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Person>().OrderBy(p => p.Id);
}
