using System.Globalization;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>Reads what was written of a key task, and says what is wrong with it. Forms, imports and the interface ask the same.</summary>
internal static class TaskText
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    private static readonly char[] Between = ['、', '，', ',', ';', '；', '\n'];

    public static Outcome<TaskFacts> Read(TaskValues values)
    {
        var refusals = new List<Refusal>();
        if (!TryReadYear(values.PlanYear, out var year))
        {
            refusals.Add(Fault(nameof(values.PlanYear), $"计划年度要填 {FirstYear} 到 {LastYear} 的年份，如 2026。"));
        }

        Add(nameof(values.Title), values.Title.Length == 0 ? "任务没有填。" : TooLong("任务", values.Title, BusinessTask.TitleLength));
        Add(nameof(values.Content), TooLong("内容", values.Content, BusinessTask.ContentLength));
        Add(nameof(values.SourceDocument), TooLong("来源文件", values.SourceDocument, BusinessTask.DocumentLength));
        Add(nameof(values.Note), TooLong("备注", values.Note, BusinessTask.NoteLength));
        Add(nameof(values.Partners), TooLong("配合单位", values.Partners, BusinessTask.NoteLength));
        var importance = values.Importance.Length == 0 ? TaskImportance.Normal : TaskWords.ImportanceOf(values.Importance);
        Add(nameof(values.Importance), importance is null ? "重要程度请填“一般”“重要”或“特别重要”。" : null);
        Add(nameof(values.StartDay), DayText.TryRead(values.StartDay, out var start) ? null : "开始日期读不懂，请写成 2026-01-01 的样子。");
        Add(nameof(values.DueDay), DayText.TryRead(values.DueDay, out var due) ? null : "完成时限读不懂，请写成 2026-12-31 的样子；没有时限的空着。");
        if (refusals.Count > 0)
        {
            return Outcome<TaskFacts>.Refused(refusals);
        }

        var (from, to) = (start ?? TaskFacts.YearStart(year), due ?? TaskFacts.YearEnd(year));
        return to < from
            ? Fault(nameof(values.DueDay), "完成时限早于开始日期。请改正其中一个。")
            : new TaskFacts(year, values.Title, values.Content, importance!.Value, values.SourceDocument, from, to, due is null, values.Note);

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(Fault(field, message));
            }
        }
    }

    public static Refusal Fault(string field, string message) => new("task.text", field, message);

    public static bool TryReadYear(string text, out int year) =>
        int.TryParse(text.EndsWith('年') ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= FirstYear and <= LastYear;

    public static string? TooLong(string label, string text, int limit) => text.Length > limit ? $"{label}有 {text.Length} 字，最多 {limit} 字。请缩短。" : null;

    public static string? CodeFault(string code) => code switch
    {
        { Length: > BusinessTask.CodeLength } => $"编号有 {code.Length} 位，最多 {BusinessTask.CodeLength} 位。请改短。",
        _ when code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) => "编号里不能有空格和换行。请删去。",
        _ => null,
    };

    /// <summary>The names in a cell of several units, each once; a trailing 等 belongs to none of them.</summary>
    public static IReadOnlyList<string> Names(string text) =>
    [
        .. text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(n => n.EndsWith('等') ? n[..^1].TrimEnd() : n).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal),
    ];
}
