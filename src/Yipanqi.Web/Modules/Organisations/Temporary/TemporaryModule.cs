using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>Temporary Party organisations: services, menu and download.</summary>
internal static class TemporaryModule
{
    public static void AddTemporary(this IServiceCollection services)
    {
        services.AddSingleton<TemporaryQuery>();
        services.AddSingleton<FoundTemporary>();
        services.AddSingleton<JoinTemporary>();
        services.AddSingleton<LeaveTemporary>();
        services.AddSingleton<ExtendTemporary>();
        services.AddSingleton<DissolveTemporary>();
        services.AddSingleton<ReportTemporary>();
        services.AddSingleton<WithdrawReport>();
        services.AddSingleton(new MenuEntry(MenuGroup.Strength, "临时党组织", "/temporary", "flag", 9) { AnyOf = [nameof(Permission.ViewUnits)] });
    }

    public static void MapTemporary(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/temporary/export", [Needs(Permission.ViewUnits)] async (HttpContext http, string? format, TemporaryQuery temporary, CancellationToken cancellation) =>
        {
            var lines = await temporary.ExportAsync(http.Actor(), TemporaryFilter.From(name => http.Request.Query[name]), cancellation);
            string[] heads = ["编码", "临时党组织", "类别", "上级", "任务", "状态", "成立日期", "期限到", "解散日期", "成员", "最近汇报"];
            return TableDownload.Of(format, "临时党组织", [.. heads.Select(h => new TableColumn(h, h is "临时党组织" or "任务" ? 30 : 16))], lines.Select(l => (IReadOnlyList<TableCell>)
            [
                l.Code, l.Name, l.Kind, l.Superior, l.Purpose, TemporaryWords.Of(temporary.StateOf(l)), DayText.Write(l.FromDay), DayText.Write(l.UntilDay), DayText.Write(l.DissolvedDay), l.Members, DayText.Write(l.ReportedDay),
            ]));
        });
}
