namespace Yipanqi.Web.Modules.Assessment;

/// <summary>本季填报 of one organisation: what is asked, what is known, what lacks, by when.</summary>
/// <param name="Units">Organisations the person reports for, to choose from.</param>
/// <param name="Owed">What nobody has reported yet.</param>
/// <param name="Closed">Why nothing can be entered now; null where it can.</param>
public sealed record ReportSheet(
    Quarter Quarter, CycleView? Cycle, string? Closed, IReadOnlyList<(Guid Id, string Name)> Units, Guid? UnitId, string UnitName, IReadOnlyList<ReportLine> Lines,
    IReadOnlyList<ItemName> Owed)
{
    public IEnumerable<ReportLine> Of(ReportWay way) => Lines.Where(l => l.Way == way);
}
