namespace Yipanqi.Web.Files.Imports;

/// <summary>The whole file as it would be imported: one entry for each row, in the order of the file.</summary>
public sealed record ImportPreview(IReadOnlyList<PreviewRow> Rows)
{
    public int Faulty { get; } = Rows.Count(r => r.IsFaulty);

    public int Odd { get; } = Rows.Count(r => r.IsOdd);

    public int Count(RowChange change) => Rows.Count(r => !r.IsFaulty && r.Change == change);
}
