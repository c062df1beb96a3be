namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>Posts within a Party committee or a branch. The number is stored; the order is that of the pages.</summary>
public enum PartyRole
{
    Secretary = 1,
    DeputySecretary = 2,
    Organisation = 3,
    Publicity = 4,
    Discipline = 5,
    Member = 6,
}
