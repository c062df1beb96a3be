namespace Yipanqi.Web.Modules.Organisations.Terms;

/// <summary>How a post was come by. The number is stored.</summary>
public enum SeatKind
{
    Elected = 1,

    /// <summary>补选: within a running term.</summary>
    ByElection = 2,

    /// <summary>任命 by the Party organisation above.</summary>
    Appointed = 3,
}
