using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>What is wrong with a batch before anything is looked up: missing and doubled keys, too many of something.</summary>
internal static class FedCheck
{
    public static List<Refusal> Of(FedBatch? batch)
    {
        var refusals = new List<Refusal>();
        var tasks = batch?.Tasks ?? [];
        if (tasks.Count is 0 or > FedBatch.MostTasks)
        {
            refusals.Add(Fault("tasks", $"一次要送 1 到 {FedBatch.MostTasks} 项任务，这次是 {tasks.Count} 项。请分批送。"));
            return refusals;
        }

        Keys(refusals, "tasks", "key", tasks.Select(t => t?.Key), BusinessTask.KeyLength);
        for (var i = 0; i < tasks.Count; i++)
        {
            var (milestones, figures) = (tasks[i]?.Milestones ?? [], tasks[i]?.Figures ?? []);
            Most(refusals, $"tasks[{i}].milestones", milestones.Count, Milestone.MostOfTask);
            Most(refusals, $"tasks[{i}].figures", figures.Count, KeyFigures.KeyFigure.MostOfTask);
            Keys(refusals, $"tasks[{i}].milestones", "key", milestones.Select(m => m?.Key), BusinessTask.KeyLength);
            Keys(refusals, $"tasks[{i}].figures", "code", figures.Select(f => f?.Code), KeyFigures.KeyFigure.CodeLength);
            for (var f = 0; f < figures.Count; f++)
            {
                Most(refusals, $"tasks[{i}].figures[{f}].values", figures[f]?.Values?.Count ?? 0, FedFigure.MostValues);
            }
        }

        return refusals;
    }

    public static Refusal Fault(string field, string message) => new("feed.fault", field, message);

    private static void Most(List<Refusal> refusals, string field, int count, int most)
    {
        if (count > most)
        {
            refusals.Add(Fault(field, $"这里有 {count} 个，最多 {most} 个。"));
        }
    }

    private static void Keys(List<Refusal> refusals, string list, string name, IEnumerable<string?> keys, int most)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, index) in keys.Select((k, i) => (k, i)))
        {
            var message = string.IsNullOrWhiteSpace(key) ? "没有写主键。请送来源系统里的主键，以后按它认出同一条。"
                : key.Length > most ? $"主键有 {key.Length} 位，最多 {most} 位。"
                : key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? "主键里不能有空格和换行。"
                : seen.Add(key) ? null : $"主键 {key} 重复。请只留一条。";
            if (message is not null)
            {
                refusals.Add(Fault($"{list}[{index}].{name}", message));
            }
        }
    }
}
