using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Search;

/// <summary>Subjects of one kind that the words lead to: a query to be joined with the subject's own table and its scope.</summary>
public static class SearchMatches
{
    public static IQueryable<SearchMatch> Of(YipanqiDb db, SearchKind kind, SearchWords words) =>
        Of(db, kind, words.Conditions);

    /// <summary>
    /// Names of which the word is an abbreviation: all its characters stand in the name (住建局), or its letters among the initials, in
    /// order, the first and the last being the name's own (zfj).
    /// </summary>
    public static IQueryable<SearchMatch> Abbreviated(YipanqiDb db, SearchKind kind, SearchWords words)
    {
        if (words.Runs[0].IsChinese)
        {
            return Of(db, kind, [.. words.Abbreviation.EnumerateRunes().Select(r => new SearchCondition(r.ToString(), IsBeginning: true)).Distinct()]);
        }

        var pattern = string.Join('%', words.Abbreviation.AsEnumerable());
        var initials = new SearchCondition(words.Abbreviation[..1], IsBeginning: true).Apply(db.Set<SearchTerm>().Where(t => t.Kind == kind));
        return Best(initials.Where(t => t.Place == SearchPlace.Initials && EF.Functions.Like(t.Term, pattern)), words.Abbreviation);
    }

    private static IQueryable<SearchMatch> Of(YipanqiDb db, SearchKind kind, IReadOnlyList<SearchCondition> conditions)
    {
        var terms = db.Set<SearchTerm>();
        var found = conditions[0].Apply(terms.Where(t => t.Kind == kind));
        foreach (var condition in conditions.Skip(1))
        {
            var more = condition.Apply(terms);
            found = found.Where(t => more.Any(m => m.SubjectId == t.SubjectId));
        }

        // A subject has a term once, but several may begin alike.
        return conditions[0].IsBeginning
            ? Best(found, conditions[0].Term)
            : found.Select(t => new SearchMatch { SubjectId = t.SubjectId, Place = (int)t.Place });
    }

    private static IQueryable<SearchMatch> Best(IQueryable<SearchTerm> found, string term) => found
        .GroupBy(t => t.SubjectId)
        .Select(g => new SearchMatch { SubjectId = g.Key, Place = g.Min(t => t.Term == term && t.Place == SearchPlace.Code ? 0 : (int)t.Place) });
}
