namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One organisation in two published quarters, the change of its index split exactly over the items.</summary>
/// <param name="Quarters">Published quarters that can be picked, newest first.</param>
/// <param name="Was">Null where it was not assessed in the earlier quarter.</param>
/// <param name="Now">Null where it is not assessed in the later one.</param>
/// <param name="Items">All items of both schemes, the largest contribution first, then in the order of the scheme.</param>
/// <param name="Shift">Null where both quarters were scored by the same version.</param>
public sealed record ComparisonView(
    IReadOnlyList<QuarterChoice> Quarters, SnapshotHead Before, SnapshotHead After, Guid UnitId, string Code, string Name, string PeerGroup,
    ComparedUnit? Was, ComparedUnit? Now, ComparisonState State, IReadOnlyList<ComparedItem> Items, SchemeShift? Shift)
{
    public double? Change => Now?.Index - Was?.Index;

    /// <summary>What bonus and deduction items added to the change.</summary>
    public double Adjusted => State == ComparisonState.Exact ? Now!.Adjusted - Was!.Adjusted : 0;

    /// <summary>The contributions of the items and of the adjustments together: the change.</summary>
    public double Explained => Items.Sum(i => i.Total) + Adjusted;
}
