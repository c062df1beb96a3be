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
        .AddSingleton<ReviewFigures>()
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
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "本季填报", WaitingAssessment.Report, "forms", 45) { AnyOf = [nameof(Permission.EnterObservations)] })
        .AddSingleton<IWaitingCount, WaitingAssessment>()
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "核定自评", WaitingAssessment.Reviews, "checklist", 47) { AnyOf = [nameof(Permission.ReviewObservations)] })
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "加减分和一票否决", WaitingAssessment.Adjustments, "circle-plus", 48) { AnyOf = [nameof(Permission.EnterAdjustments)] })
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "提供考评数据", WaitingAssessment.Supply, "table", 46) { AnyOf = [nameof(Permission.SupplyObservations)] })
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "申诉", WaitingAssessment.Objections, "message-report", 55) { AnyOf = [nameof(Permission.FileObjections), nameof(Permission.AnswerObjections)] });
}
