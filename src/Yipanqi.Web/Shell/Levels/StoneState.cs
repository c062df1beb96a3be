namespace Yipanqi.Web.Shell.Levels;

/// <summary>How the two halves of a stage stand to each other.</summary>
public enum StoneState
{
    Both,
    OnlyParty,
    OnlyBusiness,
    PartyLate,
    BusinessLate,
    BothMissing,
    Waiting,
}
