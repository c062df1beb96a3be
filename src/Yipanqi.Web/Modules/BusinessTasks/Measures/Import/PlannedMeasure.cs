using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures.Import;

/// <summary>One row of the file as it is understood: the measure it means and what that measure shall be.</summary>
internal sealed class PlannedMeasure(ImportRow row)
{
    public ImportRow Row => row;

    public string Code { get; } = row[MeasureFields.Code];

    public List<ImportFault> Faults { get; } = [];

    /// <summary>The measure in the database; null for a new one.</summary>
    public PartyMeasure? Existing { get; set; }

    /// <summary>Withdrawn: left as it is, whatever the row says.</summary>
    public bool IsKept => Existing is { State: MeasureState.Withdrawn };

    public MeasureFacts Facts { get; set; } = default!;

    public string UnitText { get; set; } = "";

    /// <summary>The organisation it is given to; null where it waits to be assigned, or keeps the one it has.</summary>
    public Guid? Unit { get; set; }

    /// <summary>What an update changes, in Chinese; empty where nothing does.</summary>
    public List<string> Changes { get; } = [];

    public RowChange Change => Existing is null ? RowChange.Added : Changes.Count > 0 && !IsKept ? RowChange.Updated : RowChange.Unchanged;

    public void Wrong(string field, string? message)
    {
        if (message is not null)
        {
            Faults.Add(row.Wrong(field, message));
        }
    }

    public void Odd(string field, string message) => Faults.Add(row.Odd(field, message));

    public PreviewRow ToPreview() => new(row.Number, Change, Faults, string.Join("；", Changes));
}
