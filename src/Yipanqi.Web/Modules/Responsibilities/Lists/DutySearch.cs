using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Duties of the lists in force, by code and wording; they hold for the whole tenant. Drafts and older versions are not found, nor what was generated from them.</summary>
public sealed class DutySearch : IScopedSearch
{
    public SearchKind Kind => SearchKind.Duty;

    public string Label => "责任";

    public Permission Permission => Permission.ViewDuties;

    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches)
    {
        var versions = db.InForce();
        var duties = db.Set<Duty>().Where(d => versions.Any(v => v.TenantId == d.TenantId && v.Id == d.ListVersionId));
        return matches.Where(m => duties.Any(d => d.Id == m.SubjectId));
    }

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        from match in matches
        join duty in db.Set<Duty>() on match.SubjectId equals duty.Id
        join version in db.Set<ListVersion>() on new { duty.TenantId, Id = duty.ListVersionId } equals new { version.TenantId, version.Id }
        join list in db.Set<ResponsibilityList>() on new { version.TenantId, Id = version.ListId } equals new { list.TenantId, list.Id }
        select new SearchHit { Id = duty.Id, Place = match.Place, Title = duty.Wording, Code = duty.Code, Note = list.Name, PlaceId = version.Id, Order = (int)duty.Level, SortKey = duty.Code };

    public void Complete(SearchHit hit) => hit.Href = $"/duties/lists/{hit.PlaceId}#{hit.Code}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Duty>().OrderBy(d => d.Id);
}
