namespace Yipanqi.Web.Access;

public enum ProposalStatus
{
    Open = 1,
    Approved = 2,
    Refused = 3,
    Withdrawn = 4,
}
