using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// A module above that computes figures of items from its own records, so that nobody types them. It registers itself; the assessment knows none of
/// them. Figures are what the unit's own records come to; those of units below it are added by <see cref="SourcedTotals"/>.
/// </summary>
public interface IObservationSource
{
    /// <summary>As it stands beside the figures, for instance 责任清单.</summary>
    string Name { get; }

    /// <summary>The module's own page of what it computes from, and who may open it; null for none.</summary>
    (string Href, Permission Permission)? Page => null;

    /// <summary>Codes of the items it computes.</summary>
    IReadOnlySet<string> Items { get; }

    /// <summary>Subject types of the journal whose changes may move its figures.</summary>
    IReadOnlySet<string> Subjects { get; }

    /// <summary>Whether the tenant has records of the kind. Before, the items are brought in like any other.</summary>
    Task<bool> IsInUseAsync(YipanqiDb db, CancellationToken cancellation);

    /// <summary>What each unit's own records come to; a unit without records is left out. A fixed number of commands.</summary>
    Task<IReadOnlyList<SourcedFigure>> FiguresAsync(YipanqiDb db, SourcePeriod period, CancellationToken cancellation);

    /// <summary>The records behind an item of the units, the newest first, limited to what the actor may see.</summary>
    Task<IReadOnlyList<SourceRecord>> RecordsAsync(
        YipanqiDb db, Actor actor, SourcePeriod period, string itemCode, IReadOnlyCollection<Guid> units, int most, CancellationToken cancellation);
}
