using Yipanqi.Web.Files.Imports;
using Yipanqi.Web.Modules.Assessment.Pages;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Schemes, observations, scoring runs, snapshots, board, cards and rankings.</summary>
public static class AssessmentModule
{
    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddSingleton<SnapshotStore>()
        .AddSingleton<IImportTarget, LongObservationImport>()
        .AddSingleton<IImportTarget, WideObservationImport>()
        .AddSingleton<ImportScheme>()
        .AddSingleton<PublishScheme>()
        .AddSingleton<RunAssessment>()
        .AddSingleton<PublishAssessment>()
        .AddSingleton<RecomputeSnapshot>()
        .AddSingleton<BoardQuery>()
        .AddSingleton<OrganisationCardQuery>()
        .AddSingleton<ObservationTraceQuery>()
        .AddSingleton<RankingQuery>()
        .AddAssessmentMenu();
}
