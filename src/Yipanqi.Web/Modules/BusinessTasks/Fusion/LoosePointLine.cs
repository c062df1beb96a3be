namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A live fusion point of a task that is done or cancelled.</summary>
/// <param name="Turn">The Party organisation that ends it or joins its measure to another task.</param>
public sealed record LoosePointLine(Guid Id, string Name, string Kind, string Turn, Guid TaskId, string TaskCode, string Task, TaskState State, DateOnly? DoneDay);
