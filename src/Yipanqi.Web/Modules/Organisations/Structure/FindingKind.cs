namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>What the check of an organisation may find, the serious first.</summary>
public enum FindingKind
{
    TooSmall,
    TooLarge,
    CommitteeMissing,
    Overdue,
    NoTerm,
    SecretaryVacant,
    CommitteeTooSmall,
    CommitteeTooLarge,
    SeatsVacant,
    CommitteeUnusual,
    Extended,
    DueSoon,
    KindUnknown,
}
