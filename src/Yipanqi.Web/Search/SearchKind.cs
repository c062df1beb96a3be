namespace Yipanqi.Web.Search;

/// <summary>What kind of thing a term leads to. Stored: a value keeps its meaning.</summary>
public enum SearchKind : byte
{
    Unit = 1,
    Person = 2,
    Quarter = 3,
    Scheme = 4,
    Complaint = 5,
    BusinessTask = 6,
    Duty = 7,
    DutyList = 8,
}
