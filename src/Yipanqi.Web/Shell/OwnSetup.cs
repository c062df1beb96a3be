using Yipanqi.Web.Shell.Undo;
using Yipanqi.Web.Shell.Views;

namespace Yipanqi.Web.Shell;

/// <summary>What a person keeps of their own: saved views and columns of lists, changes they may take back.</summary>
public static class OwnSetup
{
    public static IServiceCollection AddOwn(this IServiceCollection services) => services
        .AddSingleton<ListViewQuery>()
        .AddSingleton<SaveView>()
        .AddSingleton<ChooseColumns>()
        .AddSingleton<ChangeView>()
        .AddSingleton<UndoChange>()
        .AddSingleton<UndoQuery>();

    public static void MapOwn(this IEndpointRouteBuilder routes)
    {
        ViewEndpoints.Map(routes);
        UndoEndpoint.Map(routes);
    }
}
