using Yipanqi.Web.Modules.Assessment.Pages;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Schemes, observations, scoring runs, snapshots, board, cards and rankings.</summary>
public static class AssessmentModule
{
    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddSingleton<BoardQuery>()
        .AddSingleton<OrganisationCardQuery>()
        .AddSingleton<ObservationTraceQuery>()
        .AddSingleton<RankingQuery>()
        .AddAssessmentMenu();
}
