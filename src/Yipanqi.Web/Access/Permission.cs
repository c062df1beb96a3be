namespace Yipanqi.Web.Access;

/// <summary>What a post may allow over its subtree.</summary>
[Flags]
public enum Permission
{
    None = 0,
    ViewAssessment = 1 << 0,
    ViewUnits = 1 << 1,
    ImportUnits = 1 << 2,
    EnterObservations = 1 << 3,
    ManageSchemes = 1 << 4,
    RunAssessment = 1 << 5,
    PublishAssessment = 1 << 6,
    HandleComplaints = 1 << 7,
    ViewJournal = 1 << 8,
}
