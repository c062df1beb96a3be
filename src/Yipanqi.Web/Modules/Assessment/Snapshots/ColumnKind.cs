namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What a column holds. The numbers are stored: below 100 inputs, from 100 results.</summary>
public enum ColumnKind
{
    /// <summary>Figures of an item, doubles; NaN is absent.</summary>
    Value = 1,

    /// <summary>Why a figure is absent, bytes of <see cref="Engine.CompositeIndex.AbsenceReason"/>.</summary>
    Reason = 2,

    /// <summary>Numerators, doubles.</summary>
    Numerator = 3,

    /// <summary>Denominators, doubles.</summary>
    Denominator = 4,

    /// <summary>Sample sizes, doubles.</summary>
    SampleSize = 5,

    /// <summary>Bytes of <see cref="FigureOrigin"/>.</summary>
    Origin = 6,

    /// <summary>Counts of a rating, level by level or task kind by kind: doubles, all parts of an organisation one after the other.</summary>
    Parts = 7,

    /// <summary>Peer group of each organisation, 32-bit numbers; −1 for none.</summary>
    Group = 10,

    /// <summary>Index of the previous published quarter, doubles; NaN for none.</summary>
    PreviousIndex = 12,

    /// <summary>Confirmed bonus and deduction items and vetoes with their rule, JSON; only where there are any.</summary>
    Adjustment = 13,

    /// <summary>Scores of a node, doubles.</summary>
    Score = 100,

    /// <summary>Bytes of <see cref="Engine.CompositeIndex.NodeState"/>.</summary>
    State = 101,

    /// <summary>Points of the index an item costs, doubles.</summary>
    Lost = 102,

    /// <summary>Why an item has no score in the run, bytes; group comparisons that could not be made included.</summary>
    Absence = 103,
}
