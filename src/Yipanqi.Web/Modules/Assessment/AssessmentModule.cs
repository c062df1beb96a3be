using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Assessment.Pages;
using Yipanqi.Web.Search;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Schemes, observations, scoring runs, snapshots, board, cards and rankings.</summary>
public static class AssessmentModule
{
    /// <summary>What works on its own while the product runs.</summary>
    public static IServiceCollection AddAssessmentJobs(this IServiceCollection services) => services.AddHostedService<GatherJob>().AddHostedService<PreviewJob>();

    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddSingleton<SnapshotStore>()
        .AddSingleton<IUnitMatters, AssessmentMatters>()
        .AddSingleton<IImportTarget, LongObservationImport>()
        .AddSingleton<IImportTarget, WideObservationImport>()
        .AddSingleton<IScopedSearch, QuarterSearch>()
        .AddSingleton<IScopedSearch, SchemeSearch>()
        .AddSingleton<SchemesQuery>()
        .AddSingleton<QuarterQuery>()
        .AddCycle()
        .AddSingleton<ImportScheme>()
        .AddSingleton<PublishScheme>()
        .AddSchemeMaking()
        .AddSingleton<RunAssessment>()
        .AddSingleton<PublishAssessment>()
        .AddSingleton<RecomputeSnapshot>()
        .AddSingleton<SourcedItems>()
        .AddSingleton<GatherFigures>()
        .AddSingleton<UpdatePreview>()
        .AddSingleton<PackQuarter>()
        .AddSingleton<BoardQuery>()
        .AddSingleton<OrganisationsQuery>()
        .AddSingleton<OrganisationCardQuery>()
        .AddSingleton<ObservationTraceQuery>()
        .AddSingleton<RankingQuery>()
        .AddReports()
        .AddAssessmentMenu()
        .AddAssessmentTerms()
        .AddSingleton(new FirstStep(40, "确定考评方案", "用自带的方案，或者导入自己的方案，检查后发布。", Permission.ManageSchemes, "/assessment/schemes", (db, _, cancellation) => db.Set<Scheme>().AnyAsync(s => s.Status == SchemeStatus.Published, cancellation)))
        .AddSingleton(new FirstStep(50, "开启季度考评", "按方案开启一个季度；平台记录算得出的数自动汇集，其余导入。", Permission.RunAssessment, "/assessment/quarters", (db, _, cancellation) => db.Set<QuarterCycle>().AnyAsync(cancellation)))
        .AddSingleton(new FirstStep(60, "测算并发布", "先看预览，核对后发布。", Permission.RunAssessment, "/assessment/quarters"))
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "季度考评", "/assessment/quarters", "refresh", 50) { AnyOf = [nameof(Permission.EnterObservations)] })
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "考评方案", "/assessment/schemes", "scale", 60) { AnyOf = [nameof(Permission.ManageSchemes)] });
}
