namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>The levels a duty passes down: 党组→机关党委→党支部→党员. The number is stored and orders them.</summary>
public enum DutyLevel
{
    PartyGroup = 1,
    PartyCommittee = 2,
    Branch = 3,
    Member = 4,
}
