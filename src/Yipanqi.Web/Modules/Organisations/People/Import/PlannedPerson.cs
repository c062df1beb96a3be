using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>One row of the file as it is understood: the person it means and what that person shall be.</summary>
internal sealed class PlannedPerson(ImportRow row)
{
    public ImportRow Row => row;

    public string StaffCode { get; } = row[PersonFields.StaffCode];

    public List<ImportFault> Faults { get; } = [];

    /// <summary>The person in the database; null for a new one.</summary>
    public KnownPerson? Existing { get; set; }

    public string Name { get; set; } = "";

    public PersonFacts Facts { get; set; } = default!;

    /// <summary>The branch the row names; null leaves membership as it is.</summary>
    public KnownUnits.Place? Branch { get; set; }

    public DateOnly BranchFrom { get; set; }

    public bool Moves => Branch is not null && Branch.Id != Existing?.BranchId;

    /// <summary>A number to store; null leaves what is known.</summary>
    public string? Phone { get; set; }

    public string? Identity { get; set; }

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

    public PreviewRow ToPreview() => new(row.Number, Change, Faults, string.Join("；", Changes));
}
