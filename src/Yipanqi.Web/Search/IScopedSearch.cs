using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Search;

/// <summary>
/// One kind of thing that can be searched for. The terms know nothing of scope; a module that registers this
/// (<c>services.AddSingleton&lt;IScopedSearch, UnitSearch&gt;()</c>) says which of the matches the actor may see and what is shown of them, as one query.
/// </summary>
public interface IScopedSearch
{
    SearchKind Kind { get; }

    /// <summary>What the page calls a group of them: 单位, 人员.</summary>
    string Label { get; }

    /// <summary>Without it nothing of this kind is looked for.</summary>
    Permission Permission { get; }

    /// <summary>The matches within the actor's scope; a query, of which the caller takes the best. All of them, where the permission holds for the whole tenant.</summary>
    IQueryable<SearchMatch> Within(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches) => matches;

    /// <summary>Matches by a number that is no term, since not everyone who finds the subject may read it; null where there is none or the words are no number.</summary>
    IQueryable<SearchMatch>? Numbered(YipanqiDb db, Actor actor, SearchWords words) => null;

    /// <summary>What is shown of the best matches.</summary>
    IQueryable<SearchHit> Hits(YipanqiDb db, Actor actor, IQueryable<SearchMatch> matches);

    /// <summary>Sets where the hit leads, and what the database could not write.</summary>
    void Complete(SearchHit hit);

    /// <summary>Every subject of the tenant, to write terms where there are none yet.</summary>
    IQueryable<ISearchable> All(YipanqiDb db);
}
