using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Organisations;

public sealed class UnitSearch : IScopedSearch
{
    public SearchKind Kind => SearchKind.Unit;

    public string Label => "单位";

    public Permission Permission => Permission.ViewUnits;

    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        UnitChoices.Among(matches, db.Set<Unit>().Within(actor, Permission, u => u.Path));

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) => UnitChoices.Hits(db, matches);

    public void Complete(SearchHit hit) => hit.Href = $"/units/{hit.Id}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Unit>().OrderBy(u => u.Id);
}
