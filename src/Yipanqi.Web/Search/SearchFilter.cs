using System.Linq.Expressions;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Search;

/// <summary>
/// The text filter of a list: rows whose subject the words lead to, by the same terms as searching. Each word is a condition of its own, so
/// that the database begins with the rare one, or with the order of the list where all are common.
/// </summary>
public static class SearchFilter
{
    /// <param name="text">As typed; without a letter, a digit or a character it leads to nothing.</param>
    /// <param name="subject">Id of what a row is found by.</param>
    public static IQueryable<T> FoundBy<T>(this IQueryable<T> rows, YipanqiDb db, SearchKind kind, string text, Expression<Func<T, Guid>> subject)
    {
        var words = SearchWords.Of(text);
        return words.Any ? words.Conditions.Aggregate(rows, (found, condition) => found.Where(LeadsTo(SubjectsOf(db, kind, condition), subject))) : rows.Where(_ => false);
    }

    /// <summary>
    /// The same rows in the order of their list, read along the terms of the one pair of characters that is asked for: a page costs its fifty rows, however many it leads to. Null
    /// where the text asks for more or for a beginning, since then no one stretch of terms has all rows.
    /// </summary>
    public static IQueryable<T>? InListOrder<T>(this IQueryable<T> rows, YipanqiDb db, SearchKind kind, string text, Expression<Func<T, Guid>> subject) =>
        SearchWords.Of(text).Conditions is not [{ IsBeginning: false } word] ? null
        : rows.Join(word.Apply(db.Set<SearchTerm>().Where(t => t.Kind == kind && t.ListKey != "")), subject, t => t.SubjectId, (row, t) => new { Row = row, t.ListKey })
            .OrderBy(r => r.ListKey).Select(r => r.Row);

    private static IQueryable<Guid> SubjectsOf(YipanqiDb db, SearchKind kind, SearchCondition condition) =>
        condition.Apply(db.Set<SearchTerm>().Where(t => t.Kind == kind)).Select(t => t.SubjectId);

    private static Expression<Func<T, bool>> LeadsTo<T>(IQueryable<Guid> subjects, Expression<Func<T, Guid>> subject) => Expression.Lambda<Func<T, bool>>(
        Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid)], subjects.Expression, subject.Body), subject.Parameters);
}
