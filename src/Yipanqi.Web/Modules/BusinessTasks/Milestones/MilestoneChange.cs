using System.Text.Json;

namespace Yipanqi.Web.Modules.BusinessTasks.Milestones;

/// <summary>What the journal keeps of a milestone.</summary>
internal static class MilestoneChange
{
    public static string Detail(Milestone milestone) =>
        JsonSerializer.Serialize(new { milestone = milestone.Id, number = milestone.Number, due = milestone.DueDay, done = milestone.DoneDay });
}
