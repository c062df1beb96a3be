using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the working cycle of a quarter registers.</summary>
public static class CycleServices
{
    public static IServiceCollection AddCycle(this IServiceCollection services) => services
        .AddSingleton<OpenQuarter>()
        .AddSingleton<MoveQuarter>()
        .AddSingleton<CurrentQuarterQuery>()
        .AddSingleton<CollectQuery>()
        .AddSingleton<ReportSheetQuery>()
        .AddSingleton<EnterFigure>()
        .AddSingleton<ReviewFigure>()
        .AddSingleton<ReviewsQuery>()
        .AddSingleton<SupplyFigures>()
        .AddSingleton<SignSupply>()
        .AddSingleton<SupplyQuery>()
        .AddSingleton<IImportTarget, SuppliedImport>()
        .AddSingleton<EnterAdjustment>()
        .AddSingleton<ConfirmAdjustment>()
        .AddSingleton<WithdrawAdjustment>()
        .AddSingleton<AdjustmentsQuery>()
        .AddSingleton<FileObjection>()
        .AddSingleton<AnswerObjection>()
        .AddSingleton<WithdrawObjection>()
        .AddSingleton<ObjectionsQuery>()
        .AddSingleton<ObjectionFormQuery>()
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "本季填报", "/assessment/report", "forms", 45) { AnyOf = [nameof(Permission.EnterObservations)] })
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "提供考评数据", "/assessment/supply", "table", 46) { AnyOf = [nameof(Permission.SupplyObservations)] })
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "申诉", "/assessment/objections", "message-report", 55) { AnyOf = [nameof(Permission.FileObjections), nameof(Permission.AnswerObjections)] });
}
