using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>What a row changes in a task that is known, told as old → new.</summary>
internal static class TaskDifferences
{
    private const int ShownCharacters = 30;

    public static void Compare(KnownTasks known, PlannedTask task)
    {
        if (task.Existing is not { } existing)
        {
            return;
        }

        var (before, after) = (existing.Facts, task.Facts);
        Add("计划年度", $"{before.PlanYear}", $"{after.PlanYear}");
        Add("任务", before.Title, after.Title);
        Add("内容", before.Content, after.Content);
        Add("重要程度", TaskWords.Of(before.Importance), TaskWords.Of(after.Importance));
        Add("来源文件", before.SourceDocument, after.SourceDocument);
        Add("开始日期", $"{before.StartDay:yyyy-MM-dd}", $"{after.StartDay:yyyy-MM-dd}");
        Add("完成时限", Deadline(before), Deadline(after));
        Add("备注", before.Note, after.Note);
        Add("牵头单位（原文）", existing.LeadText, task.LeadText);
        Add("配合单位", existing.PartnerText, task.PartnerText);
        if (task.Lead is { } lead && lead.Id != existing.LeadUnitId)
        {
            task.Changes.Add($"由{lead.Name}牵头");
        }

        if (task.Figure is { } figure)
        {
            Add("指标", known.FigureOf(existing) is { } had ? Told(had.Facts) : "", Told(figure));
        }

        task.Changes.AddRange(task.Steps?.Told ?? []);

        void Add(string label, string old, string now)
        {
            if (old != now)
            {
                task.Changes.Add($"{label} {Short(old)} → {Short(now)}");
            }
        }
    }

    private static string Deadline(TaskFacts facts) => $"{facts.DueDay:yyyy-MM-dd}{(facts.IsDueDerived ? "（推定）" : "")}";

    private static string Told(FigureFacts facts) => $"{FigureWords.Write(facts.Target)}{facts.Unit}，{FigureWords.Of(facts.Direction)}，{facts.DueDay:yyyy-MM-dd}，{facts.Name}";

    private static string Short(string text) => text.Length == 0 ? "（空）" : text.Length > ShownCharacters ? text[..ShownCharacters] + "…" : text;
}
