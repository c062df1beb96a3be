using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Journal;

/// <summary>The journal's page: its query, its line in the menu, its export.</summary>
public static class JournalPages
{
    /// <summary>Who may read the journal at all; the query limits to how much of it.</summary>
    public const Permission Readers = Permission.AuditJournal | Permission.ViewJournal;

    public static IServiceCollection AddJournal(this IServiceCollection services) => services
        .AddSingleton<JournalQuery>()
        .AddSingleton(new MenuEntry(MenuGroup.Truth, "留痕", HomePage.Journal, "history", 40) { AnyOf = [nameof(Permission.AuditJournal), nameof(Permission.ViewJournal)] });

    public static void MapJournal(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/journal/export", [Needs(Readers)] async (HttpContext http, string? format, JournalQuery journal, CancellationToken cancellation) =>
        {
            var lines = await journal.ExportAsync(http.Actor(), JournalFilter.Read(name => http.Request.Query[name]), cancellation);
            TableColumn[] columns = [new("时间", 20), new("人员"), new("动作", 20), new("对象"), new("名称", 30), new("理由", 40), new("说明", 60), new("编号", 38)];
            return TableDownload.Of(format, "留痕", columns, lines.Select(Row));
        });

    private static IReadOnlyList<TableCell> Row(JournalLine line) =>
    [
        ChinaTime.Of(line.AtUtc).ToString("yyyy-MM-dd HH:mm:ss"), line.Who, JournalWords.Action(line.Action), JournalWords.Subject(line.SubjectType), line.SubjectName,
        line.Reason, line.Detail == "{}" ? "" : line.Detail, line.Id.ToString(),
    ];
}
