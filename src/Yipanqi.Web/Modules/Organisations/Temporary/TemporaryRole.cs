namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>What a person is in a temporary organisation; named by the organisation that approved it. The number is stored.</summary>
public enum TemporaryRole
{
    Secretary = 1,
    DeputySecretary = 2,
    CommitteeMember = 3,
    Member = 4,
}
