using System.Globalization;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Assessment.Pages;
using Yipanqi.Web.Shell.Tables;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Downloads: the board, a ranking, a scheme. They read the filters of their pages and show what the page shows, unrounded.</summary>
public static class AssessmentExports
{
    private static readonly TableColumn[] BoardColumns =
    [
        new("季度"), new("同类组", 20), new("代码"), new("单位", 28), new("级别"), new("综合得分"), new("较上季"), new("党建得分"), new("业务得分"), new("两轨差"),
        new("协调度 D"), new("耦合度 C"), new("名次"), new("名次结论"), new("已有数据项数"), new("未上报项数"),
    ];

    private static readonly TableColumn[] RankingColumns =
    [
        new("季度"), new("同类组", 20), new("名次"), new("名次区间下限"), new("名次区间上限"), new("结论"), new("名次较上季"), new("代码"), new("单位", 28), new("级别"),
        new("综合得分"), new("党建得分"), new("业务得分"), new("两轨差"),
    ];

    // A sheet of Excel holds a million lines; a person reads far fewer.
    private const int MostExported = 100_000;

    private static readonly TableColumn[] SchemeColumns =
        [new("代码"), new("方案", 28), new("第几版"), new("状态"), new("起草", 18), new("起草人"), new("发布", 18), new("发布人"), new("指纹（SHA-256）", 40)];

    public static void MapAssessment(this IEndpointRouteBuilder routes)
    {
        routes.MapCycle();
        routes.MapReports();
        routes.MapGet("/board/export", BoardAsync);
        routes.MapGet("/assessment/export", RankingAsync);
        routes.MapGet("/assessment/schemes/{id:guid}/export", SchemeAsync);
        routes.MapGet("/assessment/schemes/export", SchemesAsync);
    }

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> BoardAsync(
        HttpContext http, OrganisationsQuery organisations, string? quarter, string? preview, string? tier, string? q, string? level, string? group, string? sort, string? format,
        CancellationToken cancellation)
    {
        var filter = OrganisationFilter.Read(AskedQuarter.Read(quarter, preview == "true"), Tiers.Read(tier) ?? UnitTier.All, q, level, group);
        var input = filter.Input(sort?.TrimStart('-'), sort?.StartsWith('-') == true, 0, MostExported) with { Chosen = ChosenIds.From(http.Request.Query["id"]) };
        var view = await organisations.FindAsync(http.Actor(), input, cancellation);
        if (view is null)
        {
            return Results.NotFound();
        }

        var groups = view.Groups.Where(g => g.Id is not null).ToDictionary(g => g.Id!.Value, g => g.Name);
        var rows = view.Rows.Select(o => RowOf(view.Head, groups.GetValueOrDefault(o.PeerGroupId ?? Guid.Empty, ""), o));
        return TableDownload.Of(format, $"总览-{view.Head.Quarter}{(view.Head.Status == SnapshotStatus.Preview ? "-预览" : "")}", BoardColumns, rows);
    }

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> RankingAsync(
        HttpContext http, RankingQuery ranking, string? quarter, string? preview, string? group, string? format, CancellationToken cancellation)
    {
        var view = await ranking.FindAsync(http.Actor(), Quarter.Parse(quarter), preview == "true", Guid.TryParse(group, out var id) ? id : null, cancellation);
        if (view is null)
        {
            return Results.NotFound();
        }

        var rows = view.Rows.Select(r => (IReadOnlyList<TableCell>)
        [
            view.Head.Quarter.ToString(), view.Group.Name, Number(r.Rank), Number(r.RankLow), Number(r.RankHigh), VerdictOf(r.Verdict, r.Rank), Number(r.RankChange), r.Code, r.ShortName,
            WordOf(r.Level, view.Head), Number(r.Index), Number(r.Party), Number(r.Business), Number(r.Gap),
        ]);
        return TableDownload.Of(format, $"排名-{view.Group.Name}-{view.Head.Quarter}", RankingColumns, rows);
    }

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> SchemesAsync(HttpContext http, SchemesQuery schemes, string? format, CancellationToken cancellation)
    {
        var lines = await schemes.AllAsync(http.Actor(), SchemeFilter.From(name => http.Request.Query[name]), cancellation);
        return TableDownload.Of(format, "考评方案", SchemeColumns, lines.Select(l => (IReadOnlyList<TableCell>)
        [
            l.Code, l.Name, l.Number, Pages.Schemes.SchemeTexts.State(l), Shown.Instant(l.CreatedUtc), l.CreatedBy, l.PublishedUtc is { } at ? Shown.Instant(at) : "", l.PublishedBy, l.DefinitionHash,
        ]));
    }

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> SchemeAsync(HttpContext http, SchemesQuery schemes, Guid id, string? format, CancellationToken cancellation)
    {
        if (await schemes.FindAsync(http.Actor(), id, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{view.Line.Name}-第{view.Line.Number}版");
        return format == "json"
            ? Results.File(SchemeJson.WriteReadable(view.Definition), "application/json; charset=utf-8", name + ".json")
            : TableDownload.Of(format, name, SchemeTable.Columns, SchemeTable.Rows(view.Definition));
    }

    private static IReadOnlyList<TableCell> RowOf(SnapshotHead head, string group, BoardOrganisation o) =>
    [
        head.Quarter.ToString(), group, o.Code, o.ShortName, WordOf(o.Level, head), Number(o.Index), Number(o.IndexChange), Number(o.Party), Number(o.Business),
        Number(o.Gap), Number(o.D), Number(o.AdjustedC), Number(o.Rank), VerdictOf(o.Verdict, o.Rank), o.Reported, o.NotReported,
    ];

    private static TableCell Number(double? number) => number is { } known ? known : "";

    internal static string WordOf(WarningLevel? level, SnapshotHead head) => !head.HasLevels ? "" : level switch
    {
        WarningLevel.Green => "绿色",
        WarningLevel.Yellow => "黄色",
        WarningLevel.Orange => "橙色",
        WarningLevel.Red => "红色",
        _ => "无数据",
    };

    internal static string VerdictOf(RankStanding verdict, int? rank) => rank is null ? "不排名" : verdict switch
    {
        RankStanding.Leader => "领跑",
        RankStanding.Laggard => "落后",
        _ => "不分先后",
    };
}
