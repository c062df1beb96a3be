namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Writing, weighing, reviewing and trying schemes.</summary>
public static class SchemeMaking
{
    public static IServiceCollection AddSchemeMaking(this IServiceCollection services) => services
        .AddSingleton<EditDraft>()
        .AddSingleton<UndoEdit>()
        .AddSingleton<DiscardDraft>()
        .AddSingleton<DraftNewVersion>()
        .AddSingleton<SubmitScheme>()
        .AddSingleton<WithdrawScheme>()
        .AddSingleton<ReviewScheme>()
        .AddSingleton<SchemeChangesQuery>()
        .AddSingleton<SiblingFiguresQuery>()
        .AddSingleton<WeighByFigures>()
        .AddSingleton<SchemeTrials>();
}
