namespace Yipanqi.Web.Access;

/// <summary>What the system administrator may propose. The number is stored.</summary>
public enum ProposalKind
{
    OpenAccount = 1,
    GrantPost = 2,
    EndPost = 3,
    ResetSecret = 4,
    EnableAccount = 5,
}
