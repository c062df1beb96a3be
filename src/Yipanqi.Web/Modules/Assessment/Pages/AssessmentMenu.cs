using Yipanqi.Web.Access;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>The menu lines of the reading pages.</summary>
public static class AssessmentMenu
{
    public static IServiceCollection AddAssessmentMenu(this IServiceCollection services) => services
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "总览", "/", "layout-dashboard", 10) { AnyOf = [nameof(Permission.ViewAssessment)], TabLabel = "总览", TabOrder = 40 })
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "单位画像", "/organs", "building", 30) { AnyOf = [nameof(Permission.ViewAssessment)], TabLabel = "画像", TabOrder = 50 })
        .AddSingleton(new MenuEntry(MenuGroup.Overview, "考评", "/assessment", "chart-dots", 40) { AnyOf = [nameof(Permission.ViewAssessment)], TabLabel = "考评", TabOrder = 60 });
}
