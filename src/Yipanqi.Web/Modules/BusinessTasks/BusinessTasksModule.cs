using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks.Api;
using Yipanqi.Web.Modules.BusinessTasks.Forces;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.Import;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Lists;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.BusinessTasks.Milestones;
using Yipanqi.Web.Modules.BusinessTasks.Objectives;
using Yipanqi.Web.Modules.BusinessTasks.Posts;
using Yipanqi.Web.Modules.BusinessTasks.Sources;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Frame;
using Yipanqi.Web.Shell.Undo;

namespace Yipanqi.Web.Modules.BusinessTasks;

/// <summary>Key tasks with milestones, figures and key posts, and the objectives of the year.</summary>
public static class BusinessTasksModule
{
    public static IServiceCollection AddBusinessTasks(this IServiceCollection services)
    {
        services.AddTasks();
        services.AddPartsOfTasks();
        services.AddObjectives();
        services.AddFusion();
        services.AddMeasures();
        services.AddSources();
        services.AddInterface();
        services.AddForces();
        return services;
    }

    public static void MapBusinessTasks(this IEndpointRouteBuilder routes)
    {
        TaskExports.Map(routes);
        ObjectiveExports.Map(routes);
        routes.MapFusion();
        routes.MapMeasures();
        routes.MapTasksApi();
        routes.MapForces();
    }

    private static void AddSources(this IServiceCollection services) => services
        .AddSingleton<IObservationSource, TaskSource>()
        .AddSingleton<IObservationSource, FusionSource>()
        .AddSingleton<IObservationSource, ObjectiveSource>()
        .AddSingleton<IObservationSource, ForceSource>();

    private static void AddTasks(this IServiceCollection services)
    {
        services.AddSingleton<IImportTarget, TaskImport>();
        services.AddSingleton<IScopedSearch, TaskSearch>();
        services.AddSingleton<IUnitMatters, TaskMatters>();
        services.AddSingleton<IUndo, RestoreTasks>();
        services.AddSingleton<TasksQuery>();
        services.AddSingleton<TaskQuery>();
        services.AddSingleton<AddTask>();
        services.AddSingleton<EditTask>();
        services.AddSingleton<EndTask>();
        services.AddSingleton<AssignLead>();
        services.AddSingleton(new FirstStep(30, "导入重点任务", "把任务分解表直接导入；没有牵头单位的先放在“待认领”，再交给各单位。", Permission.ManageTasks, "/imports/tasks", (db, actor, cancellation) => db.Tasks(actor, Permission.ManageTasks).AnyAsync(cancellation)));
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "重点任务", "/tasks", "flag", 30) { AnyOf = [nameof(Permission.ViewTasks)] });
    }

    private static void AddPartsOfTasks(this IServiceCollection services)
    {
        services.AddSingleton<AddMilestone>();
        services.AddSingleton<EditMilestone>();
        services.AddSingleton<MeetMilestone>();
        services.AddSingleton<RemoveMilestone>();
        services.AddSingleton<AddFigure>();
        services.AddSingleton<EditFigure>();
        services.AddSingleton<TellValue>();
        services.AddSingleton<RemoveFigure>();
        services.AddSingleton<FillPost>();
        services.AddSingleton<RemovePost>();
    }

    private static void AddObjectives(this IServiceCollection services)
    {
        services.AddSingleton<ObjectivesQuery>();
        services.AddSingleton<AddObjective>();
        services.AddSingleton<EditObjective>();
        services.AddSingleton<TieObjective>();
        services.AddSingleton<RemoveObjective>();
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "年度目标", "/objectives", "list-check", 35) { AnyOf = [nameof(Permission.ViewTasks)] });
    }

    private static void AddInterface(this IServiceCollection services)
    {
        services.AddExceptionHandler<ApiFailure>();
        services.AddSingleton<ConnectorLimits>();
        services.AddSingleton<ConnectorQuery>();
        services.AddSingleton<FeedTasks>();
        services.AddSingleton<FedTaskQuery>();
        services.AddSingleton<IssueToken>();
        services.AddSingleton<RevokeToken>();
        services.AddSingleton<TokensQuery>();
        services.AddSingleton(new MenuEntry(MenuGroup.Truth, "业务系统接口", "/connectors", "plug-connected", 35) { AnyOf = [nameof(Permission.ManageTasks)] });
    }
}
