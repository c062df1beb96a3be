using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>Milestones of a task in one cell: name and day, one behind the other, as 方案印发 2026-03-31；主体完工 10月底前.</summary>
internal static class StepsText
{
    private static readonly char[] Ends = ['；', ';', '\n', '\r'];
    private static readonly char[] Spaces = [' ', '\t', '　', '：', ':'];

    public sealed record Step(string Title, DateOnly DueDay);

    /// <param name="fault">What is wrong, in Chinese; null where nothing is.</param>
    public static IReadOnlyList<Step> Read(string text, int planYear, out string? fault)
    {
        var steps = new List<Step>();
        fault = null;
        foreach (var part in text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.LastIndexOfAny(Spaces);
            var title = at < 0 ? "" : part[..at].TrimEnd(Spaces);
            if (title.Length == 0 || !DeadlineText.TryRead(part[(at + 1)..], planYear, out var due) || due is null)
            {
                fault ??= $"“{part}”读不懂。每个节点写名称、空格和日期，用分号分开，如 方案印发 2026-03-31；主体完工 10月底前。";
            }
            else
            {
                fault ??= TaskText.TooLong("节点", title, Milestone.TitleLength);
                steps.Add(new Step(title, due.Value));
            }
        }

        fault ??= steps.Count > Milestone.MostOfTask ? $"一项任务最多 {Milestone.MostOfTask} 个节点。请合并，或分成几项任务。" : null;
        return steps;
    }

    public static string Write(IEnumerable<Step> steps) => string.Join('；', steps.Select(s => $"{Plain(s.Title)} {DayText.Write(s.DueDay)}"));

    /// <summary>A title as it stands in a cell: what would end it is a comma there.</summary>
    public static string Plain(string title) => string.Join('，', title.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
