namespace Yipanqi.Web.Jobs;

/// <summary>Long work with its progress.</summary>
public static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<LongWorkRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<LongWorkRunner>());
        services.AddSingleton<LongWorkQuery>();
        return services;
    }

    public static void MapJobs(this IEndpointRouteBuilder routes) => ProgressStream.Map(routes);
}
