namespace Yipanqi.Web.Modules.BusinessTasks.Lists;

/// <summary>How many milestones a task has, how many are met and how many late, as one sum that the database makes in one look at them. A task has far fewer than a million.</summary>
/// <param name="Sum">One for each, a million more for each that is met, a million million more for each that is late.</param>
public readonly record struct MilestoneCounts(long Sum)
{
    public const long OfMet = 1_000_000;
    public const long OfLate = OfMet * OfMet;

    public int All => (int)(Sum % OfMet);

    public int Met => (int)(Sum / OfMet % OfMet);

    public int Late => (int)(Sum / OfLate);
}
