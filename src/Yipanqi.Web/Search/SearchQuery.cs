using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Search;

/// <summary>Finds things of every kind the actor may see: one command a kind, one more where it found few.</summary>
public sealed class SearchQuery(UnitOfWork unitOfWork, IEnumerable<IScopedSearch> kinds)
{
    /// <summary>No more of one kind are fetched and ordered; whoever wants the rest must say more.</summary>
    public const int Most = 1000;

    /// <summary>With fewer hits the word is also taken for an abbreviation.</summary>
    public const int Few = 8;

    /// <param name="most">As many of each kind are fetched, of which the best come first.</param>
    public Task<IReadOnlyList<SearchGroup>> FindAsync(Actor actor, SearchWords words, int most, CancellationToken cancellation, SearchKind? only = null) =>
        unitOfWork.ReadAsync<IReadOnlyList<SearchGroup>>(
            actor.TenantId,
            async db =>
            {
                var groups = new List<SearchGroup>();
                foreach (var kind in kinds.Where(k => words.Any && actor.Can(k.Permission) && (only is null || only == k.Kind)).OrderBy(k => k.Kind))
                {
                    groups.Add(await FindAsync(db, kind, actor, words, most, cancellation));
                }

                return groups;
            },
            cancellation);

    private static async Task<SearchGroup> FindAsync(YipanqiDb db, IScopedSearch kind, Actor actor, SearchWords words, int most, CancellationToken cancellation)
    {
        var hits = await FoundAsync(db, m => kind.Within(db, actor, m), m => kind.Hits(db, actor, m), kind.Kind, words, most + 1, cancellation, kind.Complete, kind.Numbered(db, actor, words));
        return new SearchGroup(kind.Kind, kind.Label, hits.Count > most ? hits.GetRange(0, most) : hits, hits.Count > most);
    }

    /// <summary>The best <paramref name="most"/> of the matches that <paramref name="scoped"/> lets through, as <paramref name="shown"/> shows them, in order.</summary>
    public static async Task<List<SearchHit>> FoundAsync(
        YipanqiDb db,
        Func<IQueryable<SearchMatch>, IQueryable<SearchMatch>> scoped,
        Func<IQueryable<SearchMatch>, IQueryable<SearchHit>> shown,
        SearchKind kind,
        SearchWords words,
        int most,
        CancellationToken cancellation,
        Action<SearchHit>? complete = null,
        IQueryable<SearchMatch>? numbered = null)
    {
        if (numbered is not null && await BestAsync(numbered) is { Count: > 0 } byNumber)
        {
            return byNumber;
        }

        var found = await BestAsync(SearchMatches.Of(db, kind, words));
        if (found.Count >= Few || words.Abbreviation.Length == 0)
        {
            return found;
        }

        var known = found.Select(h => h.Id).ToHashSet();
        var more = await BestAsync(SearchMatches.Abbreviated(db, kind, words));
        return [.. found.Concat(more.Where(h => !known.Contains(h.Id))).Take(most)];

        // Taken before they are joined with what is shown, so that of many matches only those taken are looked up.
        async Task<List<SearchHit>> BestAsync(IQueryable<SearchMatch> matches)
        {
            var hits = await shown(scoped(matches).OrderBy(m => m.Place).ThenBy(m => m.SubjectId).Take(most)).ToListAsync(cancellation);
            hits.ForEach(complete ?? (_ => { }));
            return [.. Ordered(hits, words)];
        }
    }

    private static IEnumerable<SearchHit> Ordered(IEnumerable<SearchHit> hits, SearchWords words) => hits
        .OrderBy(h => h.RankFor(words.Text)).ThenBy(h => h.Order).ThenBy(h => h.SortKey, StringComparer.Ordinal).ThenBy(h => h.Id);
}
