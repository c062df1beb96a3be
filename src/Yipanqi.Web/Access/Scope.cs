using System.Linq.Expressions;

namespace Yipanqi.Web.Access;

/// <summary>The one condition that limits a query to what the actor may see: path ranges, never a loop over units.</summary>
public static class Scope
{
    /// <summary>Keeps the rows whose path lies in a subtree where the actor has the permission.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Actor actor, Permission permission, Expression<Func<T, string>> path) =>
        rows.Within(actor.PathsFor(permission), path);

    public static IQueryable<T> Within<T>(this IQueryable<T> rows, IReadOnlyList<string> tops, Expression<Func<T, string>> path)
    {
        var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
        Expression condition = Expression.Constant(false);
        foreach (var top in tops)
        {
            var range = new Range(top, End(top));
            var from = Expression.GreaterThanOrEqual(Expression.Call(compare, path.Body, Part(range, nameof(Range.From))), Expression.Constant(0));
            var to = Expression.LessThan(Expression.Call(compare, path.Body, Part(range, nameof(Range.To))), Expression.Constant(0));
            condition = condition is ConstantExpression ? Expression.AndAlso(from, to) : Expression.OrElse(condition, Expression.AndAlso(from, to));
        }

        return rows.Where(Expression.Lambda<Func<T, bool>>(condition, path.Parameters));
    }

    /// <summary>The first text after every path that begins with <paramref name="top"/>: '/' follows '.' in byte order.</summary>
    public static string End(string top) => top[..^1] + '/';

    // Read from an object so that EF sends the text as a parameter and the statement stays the same for everyone.
    private static MemberExpression Part(Range range, string name) => Expression.Property(Expression.Constant(range), name);

    private sealed record Range(string From, string To);
}
