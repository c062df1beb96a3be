using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A source whose records are few enough to be counted one by one: figures and the records behind them come from the same count.</summary>
public abstract class RecordSource : IObservationSource
{
    public abstract string Name { get; }

    public abstract IReadOnlySet<string> Items { get; }

    public abstract IReadOnlySet<string> Subjects { get; }

    /// <summary>Who may see the records.</summary>
    protected abstract Permission Permission { get; }

    public abstract Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation);

    /// <summary>Every record that counts in the quarter, once for each item it counts in. A fixed number of commands.</summary>
    /// <param name="asked">Only records that count for these units are wanted, and others need not be read; null for all.</param>
    protected abstract Task<IReadOnlyList<CountedRecord>> CountAsync(YipanqiDb db, SourcePeriod period, Guid[]? asked, CancellationToken cancellation);

    public async Task<IReadOnlyList<SourcedFigure>> FiguresAsync(YipanqiDb db, SourcePeriod period, CancellationToken cancellation) =>
        [.. (await CountAsync(db, period, null, cancellation)).GroupBy(r => (r.Figure.UnitId, r.Figure.ItemCode)).Select(g => g.Select(r => r.Figure).Aggregate((sum, next) => sum.And(next)))];

    public async Task<IReadOnlyList<SourceRecord>> RecordsAsync(
        YipanqiDb db, Actor actor, SourcePeriod period, string itemCode, IReadOnlyCollection<Guid> units, int most, CancellationToken cancellation)
    {
        var wanted = units.ToArray();
        var asked = await db.Set<Unit>().Within(actor, Permission, u => u.Path).Where(u => EF.Parameter(wanted).Contains(u.Id)).Select(u => u.Id).ToArrayAsync(cancellation);
        return [.. (await CountAsync(db, period, asked, cancellation)).Where(r => r.Figure.ItemCode == itemCode && asked.Contains(r.Figure.UnitId))
            .OrderByDescending(r => r.Day).ThenBy(r => r.Title, StringComparer.Ordinal).Take(most)
            .Select(r => new SourceRecord(r.Figure.UnitId, r.Title, r.Link, r.Day, r.IsMet, r.Note))];
    }
}
