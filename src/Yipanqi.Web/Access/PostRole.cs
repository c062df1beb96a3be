namespace Yipanqi.Web.Access;

/// <summary>The roles a post may have. The number is stored.</summary>
public enum PostRole
{
    WorkCommitteeLead = 1,
    WorkCommitteeOfficer = 2,
    PartyCommitteeOfficer = 3,
    BranchSecretary = 4,
    DepartmentHead = 5,
    Inspector = 6,
}
