using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>How many key tasks were on time in a quarter, with a fusion point and without.</summary>
/// <param name="Met">Tasks of which all that fell due in the quarter was on time.</param>
/// <param name="Due">Tasks of which something fell due in the quarter.</param>
public sealed record GainView(int Year, int Quarter, (int Met, int Due) Linked, (int Met, int Due) Unlinked)
{
    /// <summary>Null where either kind has too few: E3.1 then does not apply.</summary>
    public RateDifference? Difference => Linked.Due >= PartsFigure.LeastDueOfDifference && Unlinked.Due >= PartsFigure.LeastDueOfDifference
        ? RateDifference.Of(Linked.Met, Linked.Due, Unlinked.Met, Unlinked.Due) : null;
}
