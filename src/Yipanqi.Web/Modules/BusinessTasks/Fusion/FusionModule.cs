using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.BusinessTasks.Chessboard;
using Yipanqi.Web.Modules.BusinessTasks.Pages.Chessboard;
using Yipanqi.Web.Modules.BusinessTasks.Pages.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Recommending;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.BusinessTasks.Fusion;

/// <summary>Fusion points, stages and the chessboard: services, menu, downloads.</summary>
internal static class FusionModule
{
    public static void AddFusion(this IServiceCollection services)
    {
        services.AddSingleton<ChessboardQuery>();
        services.AddSingleton<KeptRows>();
        services.AddSingleton<TaskFusionQuery>();
        services.AddSingleton<FusionQuery>();
        services.AddSingleton<GainQuery>();
        services.AddSingleton<ReverseCheckQuery>();
        services.AddSingleton<AddFusionPoint>();
        services.AddSingleton<EditFusionPoint>();
        services.AddSingleton<EndFusionPoint>();
        services.AddSingleton<ReopenFusionPoint>();
        services.AddSingleton<RecommenderShelf>();
        services.AddSingleton<RecommendQuery>();
        services.AddSingleton<RateFusionPoint>();
        services.AddSingleton<RecordStage>();
        services.AddSingleton<AddStageFiles>();
        services.AddSingleton<StageFilesQuery>();
        services.AddSingleton<SetStageDays>();
        services.AddSingleton<IUnitMatters, FusionMatters>();
        services.AddSingleton(new TaskPanel(typeof(FusionPanel), 10));
        services.AddSingleton(new MenuEntry(MenuGroup.Overview, "一盘棋", FusionLinks.Board, "chess", 20) { AnyOf = [nameof(Permission.ViewTasks)], TabLabel = "一盘棋", TabOrder = 25 });
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "结合点", FusionLinks.List, "link", 36) { AnyOf = [nameof(Permission.ViewTasks)] });
        services.AddSingleton(new TermEntry("结合点", "一项党建举措与一项重点任务结合的地方，写明改变什么、为了谁、怎样衡量。", FusionLinks.How));
        services.AddSingleton(new TermEntry("四同时差中位数", "各阶段党建、业务两个日期相差天数的中位数，按每项任务最要紧的结合点算。", FusionLinks.How));
    }

    public static void MapFusion(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/chessboard/export", [Needs(Permission.ViewTasks)] async (HttpContext http, string? format, ChessboardQuery board, CancellationToken cancellation) =>
            ChessboardTable.Of(format, await board.FindAsync(http.Actor(), ChessboardFilter.From(name => http.Request.Query[name], board.Today), cancellation)));
        routes.MapGet("/fusion/export", [Needs(Permission.ViewTasks)] async (HttpContext http, string? format, FusionQuery fusion, CancellationToken cancellation) =>
            FusionTable.Of(format, await fusion.ExportAsync(http.Actor(), FusionFilter.From(name => http.Request.Query[name]), cancellation)));
        routes.MapGet("/fusion/{id:guid}/evidence/{evidence:guid}", [Needs(Permission.ViewTasks)] async (Guid id, Guid evidence, HttpContext http, StageFilesQuery files, CancellationToken cancellation) =>
            await files.FileAsync(http.Actor(), id, evidence, cancellation) is { } file ? Results.File(file.Content, "application/octet-stream", file.Name) : Results.NotFound());
        routes.MapGet("/fusion/check/export", [Needs(Permission.ViewTasks)] async (HttpContext http, string? format, string? view, ReverseCheckQuery check, CancellationToken cancellation) =>
        {
            var filter = ReverseCheckFilter.From(name => http.Request.Query[name]);
            return view switch
            {
                "measures" => ReverseCheckTable.Of(format, await check.ExportMeasuresAsync(http.Actor(), filter, cancellation)),
                "points" => ReverseCheckTable.Of(format, await check.ExportPointsAsync(http.Actor(), filter, cancellation)),
                _ => ReverseCheckTable.Of(format, await check.ExportTasksAsync(http.Actor(), filter, cancellation)),
            };
        });
    }
}
