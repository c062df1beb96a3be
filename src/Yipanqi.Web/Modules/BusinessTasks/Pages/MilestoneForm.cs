using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Modules.BusinessTasks.Milestones;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages;

/// <summary>The fields of a milestone as they were posted.</summary>
public sealed class MilestoneForm
{
    public string? Title { get; set; }

    public string? PlannedFrom { get; set; }

    public string? DueDay { get; set; }

    public int Version { get; set; }

    public static MilestoneForm Of(TaskView.Step step) =>
        new() { Title = step.Title, PlannedFrom = DayText.Write(step.PlannedFrom), DueDay = DayText.Write(step.DueDay), Version = step.Version };

    public MilestoneValues ToValues() => new(TaskForm.Trim(Title), TaskForm.Trim(PlannedFrom), TaskForm.Trim(DueDay));
}
