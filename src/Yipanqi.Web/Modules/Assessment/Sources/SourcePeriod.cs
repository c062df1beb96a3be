namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The quarter figures are computed for, and the day as of which.</summary>
/// <param name="AsOf">Today in the running quarter; its last day afterwards.</param>
public sealed record SourcePeriod(Quarter Quarter, DateOnly AsOf)
{
    public static SourcePeriod Of(Quarter quarter, DateOnly today) => new(quarter, today < quarter.LastDay ? today : quarter.LastDay);
}
