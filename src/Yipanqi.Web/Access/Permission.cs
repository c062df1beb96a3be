namespace Yipanqi.Web.Access;

/// <summary>What a post may allow over its subtree.</summary>
[Flags]
public enum Permission : long
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
    ViewPeople = 1 << 9,
    ManagePeople = 1 << 10,

    /// <summary>Sees telephone and identity numbers in full; every such look is journaled.</summary>
    ViewPersonalData = 1 << 11,
    ReviewSchemes = 1 << 12,
    ReviewObservations = 1 << 13,
    SupplyObservations = 1 << 14,
    FileObjections = 1 << 15,
    AnswerObjections = 1 << 16,

    /// <summary>Bonus, deduction and veto, each with its document.</summary>
    EnterAdjustments = 1 << 17,

    /// <summary>系统管理员: makes and disables accounts and proposes posts; grants nothing.</summary>
    ManageAccounts = 1 << 18,

    /// <summary>安全管理员: approves or refuses what was proposed.</summary>
    ApproveAccounts = 1 << 19,

    /// <summary>审计管理员: reads the journal, changes nothing.</summary>
    AuditJournal = 1 << 20,

    /// <summary>更名、移动、合并、拆分、撤销 of units below one where it holds, and temporary Party organisations: decided by the organisation above.</summary>
    ManageOrganisations = 1 << 21,

    /// <summary>Sees key tasks led by units of the subtree, with milestones, figures and key posts.</summary>
    ViewTasks = 1 << 25,

    /// <summary>Enters and changes key tasks and objectives there, gives business systems access to them; at the top of a tree also the tasks nobody leads yet.</summary>
    ManageTasks = 1 << 26,

    /// <summary>Joins Party measures to key tasks and records their Party side, for the Party organisations of the subtree.</summary>
    ManageFusion = 1 << 27,

    /// <summary>Rates the fusion points of Party organisations below one where it holds: the level above judges, never oneself.</summary>
    RateFusion = 1 << 28,

    /// <summary>Sees the published lists of duties and what is due in the subtree.</summary>
    ViewDuties = 1 << 22,

    /// <summary>Writes, reviews and publishes lists of duties for the whole tenant.</summary>
    ManageLists = 1 << 23,

    /// <summary>Accepts or returns what units below one where it holds report as done; answers what they ask for.</summary>
    AcceptDuties = 1 << 24,

    /// <summary>Keeps the committee's calendar of working days: days changed with a reason, years imported.</summary>
    ManageCalendar = 1 << 29,
}
