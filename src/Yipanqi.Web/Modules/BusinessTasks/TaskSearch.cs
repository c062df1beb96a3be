using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>Key tasks by code and title.</summary>
public sealed class TaskSearch : IScopedSearch
{
    public SearchKind Kind => SearchKind.BusinessTask;

    public string Label => "重点任务";

    public Permission Permission => Permission.ViewTasks;

    public IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches)
    {
        var tasks = db.Tasks(actor, Permission.ViewTasks);
        return matches.Where(m => tasks.Any(t => t.Id == m.SubjectId));
    }

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        from match in matches
        join task in db.Set<BusinessTask>() on match.SubjectId equals task.Id
        select new SearchHit
        {
            Id = task.Id,
            Place = match.Place,
            Title = task.Title,
            Code = task.Code,
            Note = db.Set<Unit>().Where(u => u.Id == task.LeadUnitId).Select(u => u.ShortName).FirstOrDefault() ?? "",
            Order = -task.PlanYear,
            SortKey = task.Code,
        };

    public void Complete(SearchHit hit) => hit.Href = $"/tasks/{hit.Id}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<BusinessTask>().OrderBy(t => t.Id);
}
