using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What makes a node an item: how its figure is defined, collected, pooled and scored.</summary>
/// <param name="Direction">Benefit: more is better; Cost: less is better.</param>
/// <param name="Unit">Unit on the page: % (a share 0–1 shown as per cent), 天, 分, 小时 or any other word.</param>
public sealed record SchemeItem(Direction Direction, FigureKind Kind, string Unit)
{
    public SchemeScaling Scaling { get; init; } = SchemeScaling.Goalposts;

    /// <summary>Floor of goalposts, in the unit of the item.</summary>
    public double? Floor { get; init; }

    /// <summary>Target of goalposts and of the way to a target, in the unit of the item.</summary>
    public double? Target { get; init; }

    public PoolOver Pool { get; init; }

    /// <summary>Where the figures may come from, the usual one first.</summary>
    public IReadOnlyList<FigureSource> Sources { get; init; } = [];

    /// <summary>The share is weighted by importance: its redraws use an effective number of parts.</summary>
    public bool Weighted { get; init; }

    /// <summary>Highest step of a rating scale that begins at 1; 0 where the item is no rating.</summary>
    public int RatingSteps { get; init; }

    /// <summary>Fewer parts than this are nothing to judge by: then nothing was due. 0 for no such rule.</summary>
    public int LeastSize { get; init; }

    public string Definition { get; init; } = "";

    /// <summary>Which department supplies the figure, where it is not the assessed organisation itself; null for none. As it was called when it was chosen.</summary>
    public string? Supplier { get; init; }

    /// <summary>Its unit where one was chosen; null where the text alone says who it is, see <see cref="SupplyUnits"/>. An id of elsewhere says nothing.</summary>
    public Guid? SupplierId { get; init; }
}
