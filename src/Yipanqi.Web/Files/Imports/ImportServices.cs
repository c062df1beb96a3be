using Yipanqi.Web.Access;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Files.Imports;

/// <summary>The journey from a file to rows, for all targets that modules register.</summary>
public static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportTargets>();
        services.AddSingleton<DraftTables>();
        services.AddSingleton<UploadImport>();
        services.AddSingleton<ReadDraftAs>();
        services.AddSingleton<MapColumns>();
        services.AddSingleton<CommitImport>();
        services.AddSingleton<DiscardImport>();
        services.AddSingleton<SweepImports>();
        services.AddSingleton<ImportsQuery>();
        services.AddSingleton<StartQuery>();
        services.AddSingleton<ColumnsQuery>();
        services.AddSingleton<CheckQuery>();
        services.AddHostedService<SweepImportsJob>();
        services.AddSingleton(new MenuEntry(MenuGroup.Truth, "数据对接", "/imports", "plug-connected", 30) { AnyOf = [nameof(Permission.EnterObservations), nameof(Permission.ImportUnits)] });
        return services;
    }
}
