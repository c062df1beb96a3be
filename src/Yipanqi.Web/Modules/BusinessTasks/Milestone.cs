using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>节点: a step of a key task that is due on a day.</summary>
public sealed class Milestone : ITenantOwned, IVersioned
{
    public const int TitleLength = 200;

    /// <summary>Most milestones of one task.</summary>
    public const int MostOfTask = 100;

    private Milestone()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>第几个节点, in the order they were entered; unique in the task.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The day work on it begins by plan; null where none was told, then it is the task's first day.</summary>
    public DateOnly? PlannedFrom { get; private set; }

    public DateOnly DueDay { get; private set; }

    public DateOnly? DoneDay { get; private set; }

    /// <summary>Its key in the business system that feeds the task; null where a person entered it.</summary>
    public string? SourceKey { get; private set; }

    public DateTime? SourceUtc { get; private set; }

    public int Version { get; private set; }

    public static Milestone New(BusinessTask task, int number, string title, DateOnly? plannedFrom, DateOnly dueDay) => new()
    {
        TenantId = task.TenantId,
        Id = Guid.CreateVersion7(),
        TaskId = task.Id,
        Number = number,
        Title = title,
        PlannedFrom = plannedFrom,
        DueDay = dueDay,
    };

    /// <summary>True where something did change.</summary>
    public bool Describe(string title, DateOnly? plannedFrom, DateOnly dueDay)
    {
        var before = (Title, PlannedFrom, DueDay);
        (Title, PlannedFrom, DueDay) = (title, plannedFrom, dueDay);
        return before != (Title, PlannedFrom, DueDay);
    }

    /// <summary>Met on this day; null where that was told by mistake.</summary>
    public bool Meet(DateOnly? day)
    {
        var before = DoneDay;
        DoneDay = day;
        return before != day;
    }

    public void FeedFrom(string key) => SourceKey = key;

    public void Heard(DateTime nowUtc) => SourceUtc = nowUtc;
}
