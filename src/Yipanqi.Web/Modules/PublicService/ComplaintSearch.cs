using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.PublicService;

/// <summary>Complaints by number and by how they begin; what the writer left to be reached by is not searched.</summary>
public sealed class ComplaintSearch : IScopedSearch
{
    private const int ShownCharacters = 60;

    public SearchKind Kind => SearchKind.Complaint;

    public string Label => "投诉建议";

    public Permission Permission => Permission.HandleComplaints;

    public IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) =>
        from match in matches
        join complaint in db.Set<Complaint>() on match.SubjectId equals complaint.Id
        select new SearchHit
        {
            Id = complaint.Id,
            Place = match.Place,
            Title = complaint.Text.Substring(0, ShownCharacters),
            Code = complaint.Number,
            SortKey = complaint.Number,
        };

    public void Complete(SearchHit hit) => hit.Href = $"/complaints/{hit.Id}";

    public IQueryable<ISearchable> All(YipanqiDb db) => db.Set<Complaint>().OrderBy(c => c.Id);
}
