using Yipanqi.Web.Access;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.PublicService;

public static class PublicServiceModule
{
    public static IServiceCollection AddPublicService(this IServiceCollection services)
    {
        services.AddSingleton<IScopedSearch, ComplaintSearch>();
        services.AddScoped<WriteComplaint>();
        services.AddScoped<AnswerComplaint>();
        services.AddScoped<ComplaintsQuery>();
        services.AddSingleton<IUndo, RestoreAnswer>();
        services.AddSingleton(new MenuEntry(MenuGroup.Strength, "投诉建议", "/complaints", "heart-handshake", 20) { AnyOf = [nameof(Permission.HandleComplaints)] });
        return services;
    }
}
