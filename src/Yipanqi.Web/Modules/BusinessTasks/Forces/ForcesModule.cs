using Yipanqi.Web.Access;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Modules.BusinessTasks.Forces;

/// <summary>Task forces and pledges: services, menu, downloads.</summary>
internal static class ForcesModule
{
    public static void AddForces(this IServiceCollection services)
    {
        services.AddSingleton<ForcesQuery>();
        services.AddSingleton<PledgesQuery>();
        services.AddSingleton<FoundForce>();
        services.AddSingleton<ChangeForce>();
        services.AddSingleton<JoinForce>();
        services.AddSingleton<LeaveForce>();
        services.AddSingleton<SetGoal>();
        services.AddSingleton<MeetGoal>();
        services.AddSingleton<EndForce>();
        services.AddSingleton<GiveOrganisation>();
        services.AddSingleton<MakePledge>();
        services.AddSingleton<FulfilPledge>();
        services.AddSingleton<DecidePledge>();
        services.AddSingleton<IWaitingCount, WaitingForces>();
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "突击队、攻关组", WaitingForces.Address, "users-group", 37) { AnyOf = [nameof(Permission.ViewTasks)] });
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "承诺践诺", "/pledges", "check", 38) { AnyOf = [nameof(Permission.ViewDuties)] });
    }

    public static void MapForces(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/forces/export", [Needs(Permission.ViewTasks)] async (HttpContext http, string? format, ForcesQuery forces, CancellationToken cancellation) =>
            ForcesTable.Of(format, await forces.ExportAsync(http.Actor(), ForceFilter.From(name => http.Request.Query[name]), cancellation)));
        routes.MapGet("/pledges/export", [Needs(Permission.ViewDuties)] async (HttpContext http, string? format, PledgesQuery pledges, CancellationToken cancellation) =>
            ForcesTable.Of(format, await pledges.ExportAsync(http.Actor(), PledgeFilter.From(name => http.Request.Query[name]), cancellation)));
    }
}
