using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Modules.Responsibilities;

public static class ResponsibilitiesModule
{
    public static IServiceCollection AddResponsibilities(this IServiceCollection services)
    {
        services.AddSingleton<ListsQuery>();
        services.AddSingleton<StartList>();
        services.AddSingleton<DraftListVersion>();
        services.AddSingleton<WriteDuty>();
        services.AddSingleton<RemoveDuty>();
        services.AddSingleton<SubmitList>();
        services.AddSingleton<WithdrawList>();
        services.AddSingleton<ReviewList>();
        services.AddSingleton<PublishList>();
        services.AddSingleton<DiscardList>();
        services.AddSingleton<IImportTarget, DutyImport>();
        services.AddSingleton<IScopedSearch, DutySearch>();
        services.AddSingleton<IScopedSearch, DutyListSearch>();
        services.AddSingleton<ObligationsQuery>();
        services.AddSingleton<CascadeQuery>();
        services.AddSingleton<BurdenQuery>();
        services.AddSingleton<GenerateObligations>();
        services.AddSingleton<SettleObligations>();
        services.AddSingleton<EventDutiesQuery>();
        services.AddSingleton<RaiseObligation>();
        services.AddSingleton<IDutyRecords, TermRecords>();
        services.AddSingleton<IDutyRecords, StageRecords>();
        services.AddSingleton<IDutyRecords, JointStageRecords>();
        services.AddSingleton<IDutyRecords, ObjectiveRecords>();
        services.AddSingleton<IDutyRecords, ForceRecords>();
        services.AddSingleton<SettleByRecords>();
        services.AddSingleton<ComputedDutyQuery>();
        services.AddSingleton<ClaimObligation>();
        services.AddSingleton<CompleteObligation>();
        services.AddSingleton<TakeBackObligation>();
        services.AddSingleton<AskOfAbove>();
        services.AddSingleton<AnswerRequest>();
        services.AddSingleton<AcceptObligations>();
        services.AddSingleton<ReturnObligation>();
        services.AddSingleton<IWaitingCount, WaitingDuties>();
        services.AddSingleton<IUnitMatters, ObligationMatters>();
        services.AddSingleton<IObservationSource, DutySource>();
        services.AddSingleton(new FirstStep(20, "确定责任清单", "引入自带的清单，或者导入自己的；发布后派发到各单位和岗位。", Permission.ManageLists, "/duties/lists", (db, _, cancellation) => db.Set<Obligation>().AnyAsync(cancellation)));
        services.AddSingleton<IObservationSource, BurdenSource>();
        string[] readers = [nameof(Permission.ViewDuties)];
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "我的待办", Addresses.MyDue, "checklist", 1) { AnyOf = readers, TabLabel = "待办", TabOrder = 1 });
        services.AddSingleton(new MenuEntry(MenuGroup.Delivery, "责任清单", "/duties", "list-check", 2) { AnyOf = readers });
        return services;
    }

    public static void AddResponsibilitiesJobs(this IServiceCollection services) => services.AddHostedService<ObligationJob>();
}
