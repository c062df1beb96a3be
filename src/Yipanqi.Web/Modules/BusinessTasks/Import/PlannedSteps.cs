using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>What a row's milestones change: one known by its title gets another day, others are added. What is met, or not named in the file, stays.</summary>
internal sealed class PlannedSteps
{
    public List<StepsText.Step> Added { get; } = [];

    public List<(Milestone Step, DateOnly DueDay)> Moved { get; } = [];

    public static PlannedSteps Of(IReadOnlyList<StepsText.Step> told, IEnumerable<Milestone> known)
    {
        var (plan, left) = (new PlannedSteps(), known.ToList());
        foreach (var step in told.Where(s => !Take(left, m => m.DueDay == s.DueDay && IsCalled(m, s), out _)).ToList())
        {
            if (!Take(left, m => IsCalled(m, step), out var same))
            {
                plan.Added.Add(step);
            }
            else if (same!.DoneDay is null)
            {
                plan.Moved.Add((same, step.DueDay));
            }
        }

        return plan;
    }

    /// <summary>Told as old → new.</summary>
    public IEnumerable<string> Told => [
        .. Moved.Select(m => $"节点“{m.Step.Title}” {DayText.Write(m.Step.DueDay)} → {DayText.Write(m.DueDay)}"), .. Added.Select(s => $"新增节点“{s.Title}” {DayText.Write(s.DueDay)}"),
    ];

    public void Write(Database.YipanqiDb db, BusinessTask task, IEnumerable<Milestone> known)
    {
        Moved.ForEach(m => m.Step.Describe(m.Step.Title, m.Step.PlannedFrom <= m.DueDay ? m.Step.PlannedFrom : null, m.DueDay));
        var number = known.Select(m => m.Number).DefaultIfEmpty(0).Max();
        db.AddRange(Added.Select(s => Milestone.New(task, ++number, s.Title, null, s.DueDay)));
    }

    private static bool IsCalled(Milestone milestone, StepsText.Step step) => StepsText.Plain(milestone.Title) == step.Title;

    private static bool Take(List<Milestone> left, Predicate<Milestone> which, out Milestone? taken)
    {
        taken = left.Find(which);
        return taken is not null && left.Remove(taken);
    }
}
