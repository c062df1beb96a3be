using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// A row read as a duty. Published lists say less than a duty needs: where a cell is empty, or in words that name no period or day, the duty keeps what it had, and a new one takes
/// what was chosen on the first step. A word that gave way is remarked; nothing is put in silently.
/// </summary>
/// <param name="known">The duty of the draft with this code; null for a new one.</param>
internal sealed class DutyRow(ImportRow row, DutyStandins standins, DutyFacts? known)
{
    private readonly IReadOnlyDictionary<string, string> had = known is null ? new Dictionary<string, string>() : DutyText.Write(known);

    /// <summary>Of a level outside the four, and such rows are left out.</summary>
    public bool IsLeftOut => standins.LeavesOut && row[DutyText.Level].Length > 0 && DutyWords.LevelOf(row[DutyText.Level]) is null;

    public string this[string field] => !DutyStandins.Fields.Contains(field) || IsRead(field) || Standin(field).Length == 0 ? row[field] : Standin(field);

    public IEnumerable<ImportFault> Remarks => IsLeftOut
        ? [row.Odd(DutyText.Level, $"层级“{row[DutyText.Level]}”不在党组、机关党委、党支部、党员之内，这一行不导入。")]
        : DutyStandins.Fields.Where(f => row[f].Length > 0 && this[f] != row[f]).Select(f => row.Odd(f, $"“{row[f]}”说不出{DutyText.LabelOf(f)}，先按“{this[f]}”登记，导入后可以改。"));

    private bool IsRead(string field) => row[field].Length > 0 && field switch
    {
        DutyText.Frequency => DutyWords.FrequencyOf(row[field]) is not null,
        DutyText.Due => DueRule.Parse(row[field]) is not null,
        _ => true,
    };

    private string Standin(string field) => had.GetValueOrDefault(field, field == DutyText.Due && IsOfEvents ? standins.DueOfEvent : standins[field]);

    private bool IsOfEvents => DutyWords.FrequencyOf(this[DutyText.Frequency]) == DutyFrequency.OnEvent;
}
