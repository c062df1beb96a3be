using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Assessment.Pages;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Downloads of comparisons, unrounded, with the filters of their pages.</summary>
public static class ComparisonExports
{
    private static readonly TableColumn[] ListColumns =
    [
        new("前一季"), new("后一季"), new("同类组", 20), new("代码"), new("单位", 28), new("前一季综合得分"), new("后一季综合得分"), new("变化"), new("数值影响"), new("权重影响"), new("有无数据影响"),
        new("加减分影响"), new("拉升最多", 28), new("拉升分数"), new("拉低最多", 28), new("拉低分数"),
    ];

    private static readonly TableColumn[] ItemColumns =
    [
        new("单位", 28), new("维度", 20), new("项目代码"), new("项目", 28), new("计量"), new("前一季"), new("前一季值"), new("前一季得分"), new("前一季权重"), new("前一季缺数原因"),
        new("后一季"), new("后一季值"), new("后一季得分"), new("后一季权重"), new("后一季缺数原因"), new("数值影响"), new("权重影响"), new("有无数据影响"), new("合计"),
    ];

    public static void MapComparisons(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AssessmentLinks.Comparison + "/export", ListAsync);
        routes.MapGet(AssessmentLinks.Comparison + "/{id:guid}/export", UnitAsync);
    }

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> ListAsync(HttpContext http, ComparisonListQuery comparisons, string? format, CancellationToken cancellation)
    {
        var view = await comparisons.FindAsync(http.Actor(), ComparisonFilter.Read(name => http.Request.Query[name]), null, cancellation);
        return view is null ? Results.NotFound() : TableDownload.Of(format, $"两季对比-{view.Before.Quarter}-{view.After.Quarter}", ListColumns, view.Page.Rows.Select(r => (IReadOnlyList<TableCell>)
        [
            view.Before.Quarter.ToString(), view.After.Quarter.ToString(), view.GroupOf(r), r.Code, r.ShortName, Number(r.Before), Number(r.After), Number(r.Change), Number(r.Value), Number(r.Weight),
            Number(r.Coverage), Number(r.Adjusted), Named(r.Riser), Number(r.Riser?.Total), Named(r.Faller), Number(r.Faller?.Total),
        ]));
    }

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> UnitAsync(HttpContext http, ComparisonQuery comparisons, Guid id, string? from, string? to, string? format, CancellationToken cancellation)
    {
        if (await comparisons.FindAsync(http.Actor(), id, Quarter.Parse(from), Quarter.Parse(to), cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        var rows = view.Items.Select(i => (IReadOnlyList<TableCell>)
        [
            view.Name, $"{i.Dimension.Code} {i.Dimension.Name}", i.Code, i.Name, i.Unit, view.Before.Quarter.ToString(), .. Figure(i.Before), view.After.Quarter.ToString(), .. Figure(i.After),
            i.Value, i.Weight, i.Coverage, i.Total,
        ]);
        IReadOnlyList<TableCell> adjusted =
        [
            view.Name, "", "", "加减分", "", view.Before.Quarter.ToString(), Number(view.Was?.Adjusted), "", "", "", view.After.Quarter.ToString(), Number(view.Now?.Adjusted), "", "", "", "", "", "", view.Adjusted,
        ];
        return TableDownload.Of(format, $"两季对比-{view.Name}-{view.Before.Quarter}-{view.After.Quarter}", ItemColumns, rows.Append(adjusted));
    }

    private static IEnumerable<TableCell> Figure(ComparedFigure figure) =>
        [Number(figure.Value), Number(figure.Score), Number(figure.Weight), figure.IsInScheme ? AbsenceWords.NameOf(figure.Absence) : "方案没有这一项"];

    private static TableCell Number(double? number) => number is { } known ? known : "";

    private static string Named(CardContribution? item) => item is null ? "" : $"{item.Code} {item.Name}";
}
