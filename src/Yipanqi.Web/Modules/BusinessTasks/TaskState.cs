namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>How far a key task is. The number is stored; late is not a state but follows from the day.</summary>
public enum TaskState
{
    Active = 1,
    Done = 2,
    Cancelled = 3,
}
