namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Where one figure of one organisation comes from, down to the observations as they are stored now.</summary>
/// <param name="Item">The item as the card shows it, from the frozen snapshot.</param>
/// <param name="Rows">The observations it was made of: its own, or those of the units it was pooled from.</param>
/// <param name="ChangedSince">Whether an observation was changed after the snapshot was made: then the rows no longer add up to the figure.</param>
public sealed record TraceView(SnapshotHead Snapshot, Guid UnitId, string ShortName, CardItem Item, IReadOnlyList<TraceRow> Rows, bool ChangedSince)
{
    /// <summary>Self-reports behind the figure with what the level above found; those that wait for review do not count.</summary>
    public IReadOnlyList<ReviewLine> SelfReports { get; init; } = [];

    /// <summary>The records of a module the figure was computed from, as far as the reader may see them; <see cref="RecordsOf"/> names the module, empty for none.</summary>
    public IReadOnlyList<TraceRecord> Records { get; init; } = [];

    public string RecordsOf { get; init; } = "";

    /// <summary>The module's own page of them, where the reader may open it; else empty.</summary>
    public string RecordsPage { get; init; } = "";
}
