using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Files.Tables;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.Import;
using Yipanqi.Web.Modules.Organisations.Peers;
using Yipanqi.Web.Modules.Organisations.Temporary;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Tables;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Units of both trees: their import, pages, forms and export.</summary>
public static class OrganisationsModule
{
    private const int WideColumn = 30;

    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddSingleton<IImportTarget, UnitImport>();
        services.AddSingleton<IScopedSearch, UnitSearch>();
        services.AddSingleton<IScopedSearch, PersonSearch>();
        services.AddSingleton<UnitsQuery>();
        services.AddSingleton<UnitQuery>();
        services.AddSingleton<AddUnit>();
        services.AddSingleton<EditUnit>();
        services.AddSingleton<LinkUnits>();
        services.AddSingleton<UnlinkUnits>();
        services.AddSingleton<AssessUnits>();
        services.AddSingleton<IUndo, RestoreUnits>();
        services.AddSingleton<IUndo, RestoreLink>();
        services.AddUnitHistory();
        services.AddTemporary();
        services.AddSingleton<PeersQuery>();
        services.AddSingleton<RulePeerGroup>();
        services.AddSingleton<RenamePeerGroup>();
        services.AddSingleton<ClosePeerGroup>();
        services.AddSingleton<SetPeerGroup>();
        services.AddPeople();
        services.AddSingleton(new FirstStep(10, "导入单位", "党组织和行政单位两棵树；党组织写明对应的行政单位，责任和任务才接得上。", Permission.ImportUnits, "/imports/units", (db, actor, cancellation) => db.Set<Unit>().Within(actor, Permission.ImportUnits, u => u.Path).AnyAsync(u => u.ParentId != null, cancellation)));
        services.AddSingleton(new MenuEntry(MenuGroup.Overview, "单位", "/units", "sitemap", 40) { AnyOf = [nameof(Permission.ViewUnits)] });
        return services;
    }

    public static void MapOrganisations(this IEndpointRouteBuilder routes)
    {
        routes.MapPeople();
        routes.MapTemporary();
        routes.MapGet("/units/export", [Needs(Permission.ViewUnits)] async (HttpContext http, string? format, UnitsQuery units, CancellationToken cancellation) =>
        {
            var filter = UnitFilter.From(name => http.Request.Query[name]) with { Chosen = ChosenIds.From(http.Request.Query["id"]) };
            var lines = await units.ExportAsync(http.Actor(), filter, cancellation);
            var columns = UnitFields.All.Select(f => new TableColumn(f.Label, f.Code is UnitFields.Name or UnitFields.Note ? WideColumn : 16)).ToList();
            return TableDownload.Of(format, "单位", columns, lines.Select(Row));
        });
    }

    // In the order of the import's fields: what was exported can be imported again and changes nothing.
    private static IReadOnlyList<TableCell> Row(UnitsQuery.ExportLine line) =>
    [
        line.Unit.Code, line.Unit.Name, line.Unit.ShortName, line.Unit.Kind, UnitText.TrackName(line.Unit.Track), line.Unit.ParentCode, line.Unit.SortOrder,
        line.Unit.PeerGroup, line.Unit.IsAssessed ? "是" : "否", string.Join('、', line.LinkedCodes), line.Unit.Note,
    ];
}
