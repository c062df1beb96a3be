namespace Yipanqi.Web.Access;

/// <summary>Whether a unit belongs to its peer group by the group's rule, and why not.</summary>
public enum PeerFit
{
    Fits,
    OtherKind,
    TooSmall,
    TooLarge,
}
