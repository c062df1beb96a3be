using System.Globalization;
using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.BusinessTasks.Api;
using Yipanqi.Web.Modules.BusinessTasks.Import;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Modules.BusinessTasks.Lists;

/// <summary>The lists of key tasks as tables, with the filters of their pages.</summary>
internal static class TaskExports
{
    private const int WideColumn = 40;

    private static readonly string[] Told = [TaskFields.Code, TaskFields.Year, TaskFields.Title, TaskFields.Content, TaskFields.Lead, TaskFields.Partners, TaskFields.Importance, TaskFields.Document, TaskFields.Start, TaskFields.Deadline, TaskFields.Note, TaskFields.Steps];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tasks/export", [Needs(Permission.ViewTasks)] (HttpContext http, string? format, TasksQuery tasks, CancellationToken cancellation) =>
            ExportAsync(http, format, tasks, TaskFilter.From(name => http.Request.Query[name]), "重点任务", cancellation));
        routes.MapGet("/tasks/unclaimed/export", [Needs(Permission.ManageTasks)] (HttpContext http, string? format, TasksQuery tasks, CancellationToken cancellation) =>
            ExportAsync(http, format, tasks, TaskFilter.From(name => http.Request.Query[name]) with { IsUnclaimed = true }, "待认领的重点任务", cancellation));
        routes.MapGet("/connectors/export", [Needs(Permission.ManageTasks)] async (HttpContext http, string? format, TokensQuery tokens, CancellationToken cancellation) =>
            TableDownload.Of(format, "业务系统接口", [.. new[] { "业务系统", "状态", "范围", "发放时间", "停用时间", "送过的任务", "最近送来" }.Select(h => new TableColumn(h, 20))], (await tokens.ExportAsync(http.Actor(), cancellation)).Select(l =>
                (IReadOnlyList<TableCell>)[l.System, l.RevokedUtc is null ? "可用" : "已停用", l.UnitName, Written(l.IssuedUtc), Written(l.RevokedUtc), l.Tasks, Written(l.HeardUtc)])));
    }

    private static string Written(DateTime? utc) => utc is { } at ? ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    private static async Task<IResult> ExportAsync(HttpContext http, string? format, TasksQuery tasks, TaskFilter filter, string name, CancellationToken cancellation)
    {
        var lines = await tasks.ExportAsync(http.Actor(), filter with { Chosen = ChosenIds.From(http.Request.Query["id"]) }, cancellation);
        var steps = await tasks.StepsAsync(http.Actor(), lines, cancellation);
        string[] more = ["时限推定", "状态", "办结日期", "节点", "已完成节点", "逾期节点"];
        var heads = Told.Select(c => TaskFields.All.First(f => f.Code == c)).Select(f => new TableColumn(f.Label, f.Code is TaskFields.Title or TaskFields.Content or TaskFields.Note or TaskFields.Steps ? WideColumn : 16));
        return TableDownload.Of(format, name, [.. heads, .. more.Select(h => new TableColumn(h))], lines.Select(l => Row(l, steps.GetValueOrDefault(l.Id, ""))));
    }

    // The first columns have the heads of the import: what was exported can be imported again and changes nothing.
    private static IReadOnlyList<TableCell> Row(TaskLine task, string steps) =>
    [
        task.Code, task.PlanYear, task.Title, task.Content, task.LeadCode.Length > 0 ? task.LeadCode : task.LeadText, task.PartnerText, TaskWords.Of(task.Importance), task.SourceDocument,
        DayText.Write(task.StartDay), task.IsDueDerived ? $"{task.PlanYear}年内" : DayText.Write(task.DueDay), task.Note, steps, task.IsDueDerived ? "是" : "否",
        TaskWords.Of(task.State), DayText.Write(task.DoneDay), task.Milestones.All, task.Milestones.Met, task.Milestones.Late,
    ];
}
