using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>One duty of a version of a list. It changes only while the version is a draft.</summary>
public sealed class Duty : ITenantOwned, ISearchable
{
    private Duty()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ListVersionId { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    public string Code { get; private set; } = "";

    public DutyLevel Level { get; private set; }

    public string PostTitle { get; private set; } = "";

    public string Wording { get; private set; } = "";

    public string Clause { get; private set; } = "";

    public DutyFrequency Frequency { get; private set; }

    public DueAnchor DueAnchor { get; private set; }

    public int DueOffset { get; private set; }

    public bool DueInWorkingDays { get; private set; }

    public int ReminderDays { get; private set; }

    public string EvidenceKind { get; private set; } = "";

    public string Standard { get; private set; } = "";

    public string ComputedFrom { get; private set; } = "";

    public int Minutes { get; private set; }

    public string Feeds { get; private set; } = "";

    public string ParentCode { get; private set; } = "";

    public DutyFacts Facts => new(
        Code, Level, PostTitle, Wording, Clause, Frequency, new DueRule(DueAnchor, DueOffset, DueInWorkingDays), ReminderDays, EvidenceKind, Standard, ComputedFrom, Minutes, Feeds, ParentCode);

    public static Duty Of(ListVersion version, int position, DutyFacts facts)
    {
        var duty = new Duty { TenantId = version.TenantId, Id = Guid.CreateVersion7(), ListVersionId = version.Id, Position = position };
        duty.Describe(version, facts);
        return duty;
    }

    public SearchText ToSearch() => new(SearchKind.Duty, Id, Code, [Wording], []);

    /// <summary>Says it otherwise; false where nothing changed.</summary>
    public bool Describe(ListVersion version, DutyFacts facts)
    {
        version.Require(ListState.Draft);
        if (version.Id != ListVersionId)
        {
            throw new ArgumentException("A duty is described within its own version.", nameof(version));
        }

        if (facts == Facts)
        {
            return false;
        }

        (Code, Level, PostTitle, Wording, Clause, Frequency) = (facts.Code, facts.Level, facts.PostTitle, facts.Wording, facts.Clause, facts.Frequency);
        (DueAnchor, DueOffset, DueInWorkingDays, ReminderDays) = (facts.Due.Anchor, facts.Due.Offset, facts.Due.InWorkingDays, facts.ReminderDays);
        (EvidenceKind, Standard, ComputedFrom, Minutes, Feeds, ParentCode) = (facts.EvidenceKind, facts.Standard, facts.ComputedFrom, facts.Minutes, facts.Feeds, facts.ParentCode);
        return true;
    }
}
