using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>One row of the file as it is understood: the task it means and what that task shall be.</summary>
internal sealed class PlannedTask(ImportRow row)
{
    public ImportRow Row => row;

    public string Code { get; } = row[TaskFields.Code];

    public List<ImportFault> Faults { get; } = [];

    /// <summary>The task in the database; null for a new one.</summary>
    public BusinessTask? Existing { get; set; }

    /// <summary>Ended, or fed by a business system: left as it is, whatever the row says.</summary>
    public bool IsKept { get; set; }

    public TaskFacts Facts { get; set; } = default!;

    public string LeadText { get; set; } = "";

    public string PartnerText { get; set; } = "";

    /// <summary>The unit that leads from now on; null where it waits to be claimed.</summary>
    public KnownUnits.Place? Lead { get; set; }

    /// <summary>Null leaves those there are.</summary>
    public IReadOnlyCollection<Guid>? Partners { get; set; }

    /// <summary>The figure that the row's target makes; null where it has none.</summary>
    public FigureFacts? Figure { get; set; }

    /// <summary>What the row's milestones change; null where it has none.</summary>
    public PlannedSteps? Steps { get; set; }

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
