using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Assessment.Pages;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The year view as a table, one row for each organisation and quarter.</summary>
public static class YearExports
{
    private static readonly TableColumn[] Columns =
        [new("同类组", 20), new("代码"), new("单位", 28), new("季度"), new("建议级别"), new("综合得分"), new("名次"), new("名次区间下限"), new("名次区间上限"), new("排名家数"), new("结论")];

    public static void MapYear(this IEndpointRouteBuilder routes) => routes.MapGet(AssessmentLinks.Year + "/export", YearAsync);

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> YearAsync(HttpContext http, YearQuery years, string? year, string? group, string? format, CancellationToken cancellation)
    {
        var view = await years.FindAsync(http.Actor(), int.TryParse(year, out var asked) ? asked : null, Guid.TryParse(group, out var id) ? id : null, null, cancellation);
        return view is null ? Results.NotFound() : TableDownload.Of(format, $"全年-{view.Group.Name}-{view.Year}", Columns, view.Page.Rows.SelectMany(line => line.Cells.OfType<YearView.Cell>()
            .Select(c => (IReadOnlyList<TableCell>)
            [
                view.Group.Name, line.Code, line.ShortName, c.Quarter.ToString(), AssessmentExports.WordOf(c.Level, view.Last), Number(c.Index), Number(c.Rank), Number(c.RankLow), Number(c.RankHigh),
                c.Ranked, AssessmentExports.VerdictOf(c.Verdict, c.Rank),
            ])));
    }

    private static TableCell Number(double? number) => number is { } known ? known : "";
}
