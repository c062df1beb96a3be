using Yipanqi.Web.Database;

namespace Yipanqi.Web.Search;

/// <summary>
/// One term that leads to a subject: two neighbouring Chinese characters, the last one alone, or a Latin word whose beginning is asked for.
/// Written with the subject by <see cref="SearchTermChanges"/>; whose it may be seen by is asked of the subject itself, never of its terms.
/// </summary>
public sealed class SearchTerm : ITenantOwned
{
    public const int TermLength = 64;
    public const int ListKeyLength = 80;

    private SearchTerm()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid SubjectId { get; private set; }

    public string Term { get; private set; } = "";

    public SearchKind Kind { get; private set; }

    public SearchPlace Place { get; private set; }

    /// <summary>The subject's place in the order of its list, see <see cref="SearchText.ListKey"/>.</summary>
    public string ListKey { get; private set; } = "";

    public static SearchTerm Of(Guid tenantId, SearchText subject, string term, SearchPlace place) => new()
    {
        TenantId = tenantId,
        SubjectId = subject.Id,
        Term = term,
        Kind = subject.Kind,
        Place = place,
        ListKey = subject.ListKey,
    };
}
