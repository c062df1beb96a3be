namespace Yipanqi.Web.Database;

/// <summary>What the role for bulk work may do on which table. A table that is not here it neither writes nor reads.</summary>
public static class BulkTables
{
    private const string Read = "SELECT";
    private const string Add = "SELECT, INSERT";
    private const string All = "SELECT, INSERT, UPDATE, DELETE";

    public static IReadOnlyDictionary<string, string> Rights { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["adjustment"] = Read,
        ["assessment_snapshot"] = All,
        ["journal_entry"] = Add,
        ["observation"] = All,
        ["observation_chunk"] = All,
        ["observation_part"] = All,
        ["obligation"] = Add,
        ["organisation_score"] = All,
        ["peer_group"] = Read,
        ["preview_mark"] = All,
        ["quarter_cycle"] = Read,
        ["scheme"] = Read,
        ["search_term"] = All,
        ["snapshot_chunk"] = All,
        ["snapshot_figure"] = All,
        ["source_reading"] = All,
        ["unit"] = Add,
        ["unit_figure"] = All,
        ["unit_link"] = Add,
        ["unit_past"] = Read,
    };

    public static bool MayAdd(string table) => Rights.TryGetValue(table, out var rights) && rights != Read && table != "journal_entry";
}
