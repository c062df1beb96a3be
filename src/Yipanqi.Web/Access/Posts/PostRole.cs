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
    SystemAdministrator = 7,
    SecurityAdministrator = 8,
    AuditAdministrator = 9,
    PartyGroup = 10,
    Member = 11,
    DataSupplier = 12,
}
