using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Assessment schemes by code and name; they hold for the whole tenant. Drafts are there for those who may open them.</summary>
public sealed class SchemeSearch : IScopedSearch
{
    public SearchKind Kind => SearchKind.Scheme;

    public string Label => "考评方案";

    public Permission Permission => Permission.ViewAssessment;

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        from match in matches
        join scheme in SchemesQuery.Visible(db, actor) on match.SubjectId equals scheme.Id
        select new SearchHit { Id = scheme.Id, Place = match.Place, Title = scheme.Name, Code = scheme.Code, Note = "V" + scheme.Number, SortKey = scheme.Code };

    public void Complete(SearchHit hit) => hit.Href = $"/assessment/schemes/{hit.Id}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Scheme>().OrderBy(s => s.Id);
}
