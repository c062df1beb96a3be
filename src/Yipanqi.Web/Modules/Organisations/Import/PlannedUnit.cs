using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.Import;

/// <summary>One row of the file as it is understood: the unit it means and the values it shall have.</summary>
internal sealed class PlannedUnit(ImportRow row)
{
    public ImportRow Row => row;

    public string Code { get; } = row[UnitFields.Code];

    public List<ImportFault> Faults { get; } = [];

    /// <summary>The unit in the database; null for a new one.</summary>
    public Unit? Existing { get; set; }

    public Track Track { get; set; }

    /// <summary>Where a new unit goes: below a unit of the database or below another row.</summary>
    public Unit? Parent { get; set; }

    public PlannedUnit? ParentRow { get; set; }

    public string Name { get; set; } = "";

    public string ShortName { get; set; } = "";

    public string Kind { get; set; } = "";

    public int SortOrder { get; set; }

    public string PeerGroup { get; set; } = "";

    public bool IsAssessed { get; set; }

    public string Note { get; set; } = "";

    /// <summary>Codes of the administrative units it works in; null leaves the links as they are.</summary>
    public IReadOnlyList<string>? Links { get; set; }

    /// <summary>What an update changes, in Chinese; empty where nothing does.</summary>
    public List<string> Changes { get; } = [];

    public RowChange Change => Existing is null ? RowChange.Added : Changes.Count > 0 ? RowChange.Updated : RowChange.Unchanged;

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
