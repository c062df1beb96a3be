namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What presents a quarter: comparison, bulletin, race and year.</summary>
public static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ComparisonQuery>()
        .AddSingleton<ComparisonListQuery>()
        .AddSingleton<BulletinsQuery>()
        .AddSingleton<DraftBulletin>()
        .AddSingleton<EditBulletin>()
        .AddSingleton<IssueBulletin>()
        .AddSingleton<DiscardBulletin>()
        .AddSingleton<RaceQuery>()
        .AddSingleton<YearQuery>()
        .AddSingleton<TalksQuery>()
        .AddSingleton<ExamplesQuery>()
        .AddSingleton<WriteTalk>()
        .AddSingleton<CommentTalk>();

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapComparisons();
        routes.MapBulletins();
        routes.MapYear();
    }
}
