namespace Yipanqi.Engine.CompositeIndex;

/// <summary>How many items are there, and why the others are not.</summary>
/// <param name="Reported">Items with a value.</param>
/// <param name="NotApplicable">Items that do not concern the organisation.</param>
/// <param name="NotDue">Items of which nothing fell due.</param>
/// <param name="NotReported">Items that should be there and are not.</param>
/// <param name="Suppressed">Items with too few anonymous answers.</param>
public readonly record struct Coverage(int Reported, int NotApplicable, int NotDue, int NotReported, int Suppressed)
{
    internal static Coverage Of(IEnumerable<AbsenceReason> reasons)
    {
        Span<int> counts = stackalloc int[5];
        foreach (var reason in reasons)
        {
            counts[(int)reason]++;
        }

        return new(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}
