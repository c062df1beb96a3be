using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Published lists by code and name; each leads to the version in force.</summary>
public sealed class DutyListSearch : IScopedSearch
{
    public SearchKind Kind => SearchKind.DutyList;

    public string Label => "责任清单";

    public Permission Permission => Permission.ViewDuties;

    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches)
    {
        var versions = db.InForce();
        return matches.Where(m => versions.Any(v => v.ListId == m.SubjectId));
    }

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        from match in matches
        join version in db.InForce() on match.SubjectId equals version.ListId
        join list in db.Set<ResponsibilityList>() on new { version.TenantId, Id = version.ListId } equals new { list.TenantId, list.Id }
        select new SearchHit { Id = list.Id, Place = match.Place, Title = list.Name, Code = list.Code, Note = "V" + version.Number, PlaceId = version.Id, SortKey = list.Code };

    public void Complete(SearchHit hit) => hit.Href = $"/duties/lists/{hit.PlaceId}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<ResponsibilityList>().OrderBy(l => l.Id);
}
