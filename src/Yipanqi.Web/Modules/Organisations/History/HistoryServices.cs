using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.Organisations.History;

internal static class HistoryServices
{
    public static void AddUnitHistory(this IServiceCollection services)
    {
        services.AddSingleton<UnitChangeQuery>();
        services.AddSingleton<UnitEventsQuery>();
        services.AddSingleton<RenameUnit>();
        services.AddSingleton<MoveUnit>();
        services.AddSingleton<MergeUnits>();
        services.AddSingleton<SplitUnit>();
        services.AddSingleton<CloseUnit>();
        services.AddSingleton<RevertUnitEvent>();
        services.AddSingleton<IUndo, UndoUnitEvent>();
    }
}
