namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What a duty says. Equal facts are the same duty: versions are compared by them.</summary>
/// <param name="Code">Stable over versions and unique over lists: obligations and the cascade name the duty by it.</param>
/// <param name="PostTitle">Who has the duty, as the list says: 党组书记, 支部书记.</param>
/// <param name="Clause">The document and clause it rests on.</param>
/// <param name="ReminderDays">Working days before the due day from which it is shown as near.</param>
/// <param name="ComputedFrom">The records it is computed from, so that nobody is asked; empty where people report.</param>
/// <param name="Minutes">What doing the record of it costs, each time.</param>
/// <param name="Feeds">Code of the index item it counts for; empty for none.</param>
/// <param name="ParentCode">The duty of the level above that it passes down; empty at the top.</param>
public sealed record DutyFacts(
    string Code, DutyLevel Level, string PostTitle, string Wording, string Clause, DutyFrequency Frequency, DueRule Due, int ReminderDays,
    string EvidenceKind, string Standard, string ComputedFrom, int Minutes, string Feeds, string ParentCode)
{
    /// <summary>Due period by period.</summary>
    public bool IsGenerated => Frequency != DutyFrequency.OnEvent && (ComputedFrom.Length == 0 || IsComputed);

    /// <summary>Found done by records of the platform; nobody is asked. Records that count elsewhere, and those that older lists name in words of their own, generate nothing.</summary>
    public bool IsComputed => DutyRecordKind.Find(ComputedFrom) is { Counts: true };

    /// <summary>遇事即办：people are asked for it by each event that somebody registers.</summary>
    public bool IsRaised => ComputedFrom.Length == 0 && Frequency == DutyFrequency.OnEvent;
}
