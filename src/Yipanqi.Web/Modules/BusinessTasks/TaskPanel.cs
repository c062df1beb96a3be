namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>
/// A part of a key task's page that stands in a sub-folder or module of its own: <c>services.AddSingleton(new TaskPanel(typeof(FusionPanel), 10))</c>.
/// The component takes <c>[Parameter] Guid TaskId</c> and is drawn below milestones and figures, in this order, for readers who see the task.
/// </summary>
public sealed record TaskPanel(Type Component, int Order);
