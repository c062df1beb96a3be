using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>What a row's milestones change: one known by its title gets another day, others are added. What is met, or not named in the file, stays.</summary>
internal sealed class PlannedSteps
{
    public List<StepsText.Step> Added { get; } = [];

    public List<(Milestone Step, DateOnly DueDay)> Moved { get; } = [];

    public static PlannedSteps Of(IReadOnlyList<StepsText.Step> told, IEnumerable<Milestone> known)
    {
        var (plan, left, others) = (new PlannedSteps(), known.ToList(), new List<StepsText.Step>());
        foreach (var step in told)
        {
            // Several may bear one name: those of the same day are the same ones.
            if (left.Find(m => m.DueDay == step.DueDay && IsCalled(m, step)) is { } same)
            {
                left.Remove(same);
            }
            else
            {
                others.Add(step);
            }
        }

        foreach (var step in others)
        {
            if (left.Find(m => IsCalled(m, step)) is not { } namesake)
            {
                plan.Added.Add(step);
                continue;
            }

            left.Remove(namesake);
            if (namesake.DoneDay is null)
            {
                plan.Moved.Add((namesake, step.DueDay));
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
}
