namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>A Party measure that is tied to no task under way: a live fusion point of a task that is done or cancelled.</summary>
/// <param name="Turn">The Party organisation that ends it or joins it to another task.</param>
public sealed record LooseMeasureLine(Guid Id, string Name, string Kind, string Turn, Guid TaskId, string TaskCode, string Task, TaskState State, DateOnly? DoneDay);
