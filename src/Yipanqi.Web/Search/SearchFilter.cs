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

    private static IQueryable<Guid> SubjectsOf(YipanqiDb db, SearchKind kind, SearchCondition condition) =>
        condition.Apply(db.Set<SearchTerm>().Where(t => t.Kind == kind)).Select(t => t.SubjectId);

    private static Expression<Func<T, bool>> LeadsTo<T>(IQueryable<Guid> subjects, Expression<Func<T, Guid>> subject) => Expression.Lambda<Func<T, bool>>(
        Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid)], subjects.Expression, subject.Body), subject.Parameters);
}
