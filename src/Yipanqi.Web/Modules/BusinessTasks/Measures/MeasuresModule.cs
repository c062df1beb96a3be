using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.BusinessTasks.Measures.Import;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Tables;
using Yipanqi.Web.Shell.Text;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>Party measures: services, menu, downloads.</summary>
internal static class MeasuresModule
{
    public static void AddMeasures(this IServiceCollection services)
    {
        services.AddSingleton<MeasuresQuery>();
        services.AddSingleton<AddMeasure>();
        services.AddSingleton<EditMeasure>();
        services.AddSingleton<WithdrawMeasure>();
        services.AddSingleton<AssignMeasures>();
        services.AddSingleton<IUndo, RestoreMeasures>();
        services.AddSingleton<IImportTarget, MeasureImport>();
        services.AddSingleton<IUnitMatters, MeasureMatters>();
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "党建举措", MeasureLinks.List, "bulb", 37) { AnyOf = [nameof(Permission.ViewTasks)] });
        services.AddSingleton(new TermEntry("党建举措", "党组织的一项做法或活动，如突击队、主题党日；结合到一项重点任务上，就是一个结合点。", MeasureLinks.List));
    }

    public static void MapMeasures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/measures/export", [Needs(Permission.ViewTasks)] async (HttpContext http, string? format, MeasuresQuery measures, CancellationToken cancellation) =>
            MeasuresTable.Of(format, await measures.ExportAsync(http.Actor(), MeasureFilter.From(name => http.Request.Query[name]) with { Chosen = ChosenIds.From(http.Request.Query["id"]) }, cancellation)));
}
