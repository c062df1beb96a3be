using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>The terms of the assessment in one plain sentence each.</summary>
public static class AssessmentTerms
{
    private static readonly TermEntry[] All =
    [
        new("综合得分", "党建四个维度和业务维度按方案的权重合成的分，0–100 分，党建、业务各占一半。", AssessmentLinks.Method),
        new("两轨差", "党建得分与业务得分相差多少分；差得越多，越像“两张皮”。", AssessmentLinks.Method + "#tracks"),
        new("协调度", "党建和业务是不是又高又齐，0–1 之间，越接近 1 越好；一轨落下，它就下降。", AssessmentLinks.Method + "#tracks"),
        new("耦合度", "党建和业务两个得分齐不齐，0–1 之间，只看齐不齐，不看高低。", AssessmentLinks.Method + "#tracks"),
        new("建议级别", "系统按得分、两轨差、协调度和降幅算出的颜色，只是建议；橙色和红色要由人确认。", AssessmentLinks.Method + "#levels"),
        new("无数据", "已报的数据不足三分之二，不评分；不当作 0 分，也不当作绿色。", AssessmentLinks.Method + "#missing"),
        new("同类组", "职能和规模相近的单位编成一组，只在组内比较；不足 5 家不排名次。", AssessmentLinks.Method + "#ranks"),
        new("名次区间", "按现有数据重抽 1,000 次，名次有九成落在这个范围里；区间重叠的，先后可能出于偶然。", AssessmentLinks.Method + "#ranks"),
        new("领跑、落后、不分先后", "名次区间整条在前三分之一才叫领跑，整条在后三分之一才叫落后，其余不分先后。", AssessmentLinks.Method + "#ranks"),
        new("障碍度", "某一项失的分占全部失分的比例；先补比例大的，提分最快。", AssessmentLinks.Method + "#scores"),
        new("失分", "各项离满分还差的分，加起来正好是 100 分减去综合得分。", AssessmentLinks.Method + "#scores"),
        new("两两比较（AHP）", "请专家逐对比较下级哪个更重要、重要几倍，由比较的结果算出权重（层次分析法）。"),
        new("一致性比率 CR", "判断前后是否矛盾：0 为完全一致，0.10 以内可以采用，超过的先复核。"),
        new("熵权", "按旧数据定权重：各单位差别大的项目权重大，差别小的权重小；只反映差别，不反映重要性。"),
        new("CRITIC", "按旧数据定权重：既看各单位差别大小，也看项目之间是否重复，与别的项目重复多的权重小。"),
        new("怎样转绿", "改动项数最少、就能回到绿色的几项，以及各要提高到多少。", AssessmentLinks.Method + "#levels"),
    ];

    public static IServiceCollection AddAssessmentTerms(this IServiceCollection services)
    {
        foreach (var term in All)
        {
            services.AddSingleton(term);
        }

        return services;
    }
}
