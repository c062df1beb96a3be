namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>A milestone as a business system tells it; found again by its key within the task.</summary>
/// <param name="Done">The day it was met; an empty text where it was not after all.</param>
/// <param name="Removed">The system knows it no more: it is taken away, unless it was met.</param>
public sealed record FedMilestone(string? Key, string? Title, string? From, string? Due, string? Done, bool Removed = false);
