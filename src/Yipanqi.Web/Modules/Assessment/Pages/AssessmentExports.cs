using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Shell.Levels;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>The lists of the board and of the ranking as files: the same filters, order and rounding as on the page.</summary>
public static class AssessmentExports
{
    private const int Wide = 28;

    public static void MapAssessmentExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/board/export", BoardAsync);
        routes.MapGet("/assessment/export", RankingAsync);
    }

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> BoardAsync(
        HttpContext http, BoardQuery board, T T, string? quarter, string? preview, string? tier, string? q, string? level, string? group, string? sort, string? format,
        CancellationToken cancellation)
    {
        var asked = AskedQuarter.Read(quarter, preview == "true");
        if (await board.FindAsync(http.Actor(), asked.Quarter, asked.Preview, Tiers.Read(tier) ?? UnitTier.All, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        var names = view.Groups.Where(g => g.Id is not null).ToDictionary(g => g.Id!.Value, g => g.Name);
        var rows = OrganisationFilter.Read(q, level, group).Of(view).By(sort?.TrimStart('-'), sort?.StartsWith('-') == true);
        TableColumn[] columns =
        [
            new("单位", Wide), new("编码"), new("同类组", Wide), new("建议级别"), new("综合得分"), new("较上季"), new("党建"), new("业务"), new("两轨差"),
            new("耦合度C（修正式）", Wide), new("协调度D"), new("名次"), new("已报项目"), new("未报项目"),
        ];
        return TableDownload.Of(format, $"各单位得分-{view.Head.Quarter}", columns, rows.Select(o => (IReadOnlyList<TableCell>)
        [
            o.ShortName, o.Code, names.GetValueOrDefault(o.PeerGroupId ?? Guid.Empty, ""), view.Head.HasLevels ? o.Level.Mark().Word(T) : "",
            Score(o.Index), Score(o.IndexChange, ""), Score(o.Party, ""), Score(o.Business, ""), Score(o.Gap, ""), Degree(o.AdjustedC), Degree(o.D), Place(o.Rank), o.Reported, o.NotReported,
        ]));
    }

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> RankingAsync(
        HttpContext http, RankingQuery ranking, T T, string? quarter, string? preview, string? group, string? format, CancellationToken cancellation)
    {
        var asked = AskedQuarter.Read(quarter, preview == "true");
        if (await ranking.FindAsync(http.Actor(), asked.Quarter, asked.Preview, Guid.TryParse(group, out var id) ? id : null, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        TableColumn[] columns = [new("名次"), new("单位", Wide), new("编码"), new("建议级别"), new("综合得分"), new("党建"), new("业务"), new("两轨差"), new("名次变化"), new("区间下限"), new("区间上限"), new("结论")];
        return TableDownload.Of(format, $"{view.Group.Name}排名-{view.Head.Quarter}", columns, view.Rows.Select(r => (IReadOnlyList<TableCell>)
        [
            Place(r.Rank), r.ShortName, r.Code, view.Head.HasLevels ? r.Level.Mark().Word(T) : "", Score(r.Index), Score(r.Party, ""), Score(r.Business, ""), Score(r.Gap, ""),
            Number(r.RankChange), Number(r.RankLow), Number(r.RankHigh), r.Rank is null ? "" : FigureWords.Standing(r.Verdict, T),
        ]));
    }

    // An absent figure is a word or an empty cell, never 0.
    private static TableCell Score(double? value, string absent = "无数据") => value is { } known ? PublishedFigure.Tenth(known) : absent;

    private static TableCell Degree(double? value) => value is { } known ? PublishedFigure.Thousandth(known) : "";

    private static TableCell Place(int? rank) => rank is { } known ? known : "不排";

    private static TableCell Number(int? value) => value is { } known ? known : "";
}
