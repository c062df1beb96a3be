using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment.Pages;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Published quarters, as 2026Q3 or 2026年第三季度; the newest first.</summary>
public sealed class QuarterSearch : IScopedSearch
{
    public SearchKind Kind => SearchKind.Quarter;

    public string Label => "季度结果";

    public Permission Permission => Permission.ViewAssessment;

    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        matches.Where(m => db.Set<AssessmentSnapshot>().Any(s => s.Id == m.SubjectId && s.Status == SnapshotStatus.Published));

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        from match in matches
        join snapshot in db.Set<AssessmentSnapshot>() on match.SubjectId equals snapshot.Id
        select new SearchHit { Id = snapshot.Id, Place = match.Place, Order = -snapshot.QuarterKey };

    public void Complete(SearchHit hit)
    {
        var quarter = Quarter.FromKey(-hit.Order);
        (hit.Title, hit.Code) = (quarter.Chinese, quarter.ToString());
        hit.Href = $"{AssessmentLinks.Board}?quarter={quarter}";
    }

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<AssessmentSnapshot>().OrderBy(s => s.Id);
}
