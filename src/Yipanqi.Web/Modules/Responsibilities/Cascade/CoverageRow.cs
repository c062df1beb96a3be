namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>One duty of the top of a cascade, and what became of it at each level below.</summary>
public sealed record CoverageRow(DutyFacts Duty, IReadOnlyList<CoverageRow.Cell> Cells)
{
    /// <summary>What stands first in the way at a level.</summary>
    public enum Gap
    {
        /// <summary>Everything that fell due was accepted.</summary>
        None,

        /// <summary>No duty of this level takes it up.</summary>
        NoDuty,

        /// <summary>Computed from records; nobody is asked.</summary>
        Computed,

        /// <summary>Nothing falls due in the span.</summary>
        NotDue,
        NotAdopted,
        NotDone,
        NotAccepted,
    }

    /// <summary>One level of a row.</summary>
    /// <param name="Duties">Its duties that pass the row's duty down.</param>
    public sealed record Cell(DutyLevel Level, IReadOnlyList<DutyFacts> Duties, CoverageCount Count, Gap Gap);

    /// <summary>A row for each duty that passes nothing down from above, by level and code.</summary>
    public static IReadOnlyList<CoverageRow> Of(IReadOnlyList<DutyFacts> duties, IReadOnlyDictionary<string, CoverageCount> counts)
    {
        var byParent = duties.ToLookup(d => d.ParentCode);
        var codes = duties.Select(d => d.Code).ToHashSet();
        return [.. duties.Where(d => !codes.Contains(d.ParentCode)).OrderBy(d => d.Level).ThenBy(d => d.Code, StringComparer.Ordinal).Select(d => Row(d, byParent, counts))];
    }

    private static CoverageRow Row(DutyFacts top, ILookup<string, DutyFacts> byParent, IReadOnlyDictionary<string, CoverageCount> counts)
    {
        var below = new List<DutyFacts>();
        var open = new Queue<DutyFacts>([top]);
        while (open.TryDequeue(out var duty))
        {
            below.Add(duty);
            foreach (var child in byParent[duty.Code].Where(c => c.Level > duty.Level))
            {
                open.Enqueue(child);
            }
        }

        return new CoverageRow(top, [.. DutyWords.Levels.Select(l => CellOf(l, [.. below.Where(d => d.Level == l)], counts))]);
    }

    private static Cell CellOf(DutyLevel level, List<DutyFacts> duties, IReadOnlyDictionary<string, CoverageCount> counts)
    {
        var count = duties.Select(d => counts.GetValueOrDefault(d.Code)).Aggregate(default(CoverageCount), CoverageCount.Add);
        var gap = duties.Count == 0 ? Gap.NoDuty
            : count.All == 0 ? duties.TrueForAll(d => d.ComputedFrom.Length > 0) ? Gap.Computed : Gap.NotDue
            : count.Adopted < count.All ? Gap.NotAdopted
            : count.Done < count.All ? Gap.NotDone
            : count.Accepted < count.All ? Gap.NotAccepted
            : Gap.None;
        return new Cell(level, duties, count, gap);
    }
}
