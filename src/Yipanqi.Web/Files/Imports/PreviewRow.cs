namespace Yipanqi.Web.Files.Imports;

/// <summary>What would become of one row. A row with a fault counts as faulty, whatever <paramref name="Change"/> says.</summary>
/// <param name="Note">For an update: what changes, old and new, in Chinese.</param>
public sealed record PreviewRow(int Number, RowChange Change, IReadOnlyList<ImportFault> Faults, string Note = "")
{
    public bool IsFaulty => Faults.Any(f => f.IsFault);

    public bool IsOdd => !IsFaulty && Faults.Count > 0;
}
