using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.PublicService;

/// <summary>The list as a table, with the filters of its page. How to reach a writer stays on the page.</summary>
public static class ComplaintExports
{
    public static void MapPublicService(this IEndpointRouteBuilder routes) => routes.MapGet("/complaints/export", ExportAsync);

    [Needs(Permission.HandleComplaints)]
    private static async Task<IResult> ExportAsync(HttpContext http, ComplaintsQuery complaints, T T, string? format, CancellationToken cancellation)
    {
        TableColumn[] columns = [new(T["编号"], 24), new(T["收到"]), new(T["内容"], 60), new(T["所在页面"], 24), new(T["答复"], 60), new(T["答复时间"], 20)];
        var rows = await complaints.AllAsync(http.Actor(), ComplaintFilter.From(name => http.Request.Query[name]), cancellation);
        return TableDownload.Of(format, T["投诉建议"], columns, rows.Select(c => (IReadOnlyList<TableCell>)
        [
            c.Number, c.ReceivedDay.ToString("yyyy-MM-dd"), c.Text, c.PagePath, c.Answer, c.AnsweredUtc is { } at ? ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm") : "",
        ]));
    }
}
