namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>政治面貌, as far as the platform needs it. The number is stored.</summary>
public enum PartyStatus
{
    FullMember = 1,
    ProbationaryMember = 2,
    Applicant = 3,
    NonMember = 4,
}
