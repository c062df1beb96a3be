using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Modules.BusinessTasks.Objectives;

/// <summary>The objectives of a year as a table, with the filters of the page.</summary>
internal static class ObjectiveExports
{
    private const int WideColumn = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/objectives/export", [Needs(Permission.ViewTasks)] async (HttpContext http, string? format, ObjectivesQuery objectives, CancellationToken cancellation) =>
    {
        var lines = await objectives.ExportAsync(http.Actor(), ObjectiveFilter.From(name => http.Request.Query[name], objectives.ThisYear), cancellation);
        string[] heads = ["年度", "一侧", "单位编码", "单位", "目标", "对应的业务目标", "业务目标的单位", "对应它的党建目标数"];
        return TableDownload.Of(format, "年度目标", [.. heads.Select(h => new TableColumn(h, h is "目标" or "对应的业务目标" ? WideColumn : 16))], lines.Select(l => (IReadOnlyList<TableCell>)
        [
            l.Year, l.Track == Track.Party ? "党建" : "业务", l.UnitCode, l.UnitName, l.Text, l.TiedText, l.TiedUnit, l.Serving,
        ]));
    });
}
