namespace Yipanqi.Web.Search;

/// <summary>Where in the subject a term stands; what is found by a lower value comes first. Stored: a value keeps its meaning.</summary>
public enum SearchPlace : byte
{
    Code = 1,
    Start = 2,
    Initials = 3,
    Spelt = 4,
    Within = 5,
}
