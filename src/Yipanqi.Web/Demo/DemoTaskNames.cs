namespace Yipanqi.Web.Demo;

/// <summary>What a made-up key task is called, what is counted in it, and which Party measure goes with it.</summary>
/// <param name="Figure">Name of its key figure.</param>
/// <param name="Unit">Unit of measurement of that figure.</param>
/// <param name="Kind">Code of the kind of measure.</param>
/// <param name="Measure">Name of the Party measure.</param>
/// <param name="Change">What the measure is to change.</param>
public sealed record DemoTaskName(string Title, string Figure, string Unit, string Kind, string Measure, string Change)
{
    /// <summary>Work that any organ does; each takes some of it in turn.</summary>
    public static readonly IReadOnlyList<DemoTaskName> All =
    [
        new("重点项目开工和投产", "投产项目", "个", "vanguard", "项目一线党员突击队", "审批和要素保障卡点当月解决"),
        new("政务服务事项“一网通办”", "网上办结率", "%", "post", "窗口党员先锋岗", "办事材料和跑动次数减半"),
        new("惠企政策免申即享", "兑现金额", "万元", "lead-group", "支部组团领办惠企政策", "企业不申请也能按期收到资金"),
        new("信访积案化解", "化解件数", "件", "pledge", "领导干部包案亮牌践诺", "积案有人包、有期限、有回音"),
        new("安全生产隐患整治", "整改隐患", "处", "vanguard", "隐患排查党员突击队", "重大隐患不过夜"),
        new("老旧小区改造", "改造户数", "户", "alliance", "与社区党建联建", "改造方案由居民议定"),
        new("营商环境提升", "服务企业", "家", "research", "难点堵点攻关组", "企业反映的问题限期答复"),
        new("数字化应用试点", "上线应用", "个", "research", "业务技术联合攻关组", "基层少填一张表"),
        new("乡村振兴帮扶", "帮扶项目", "个", "alliance", "与村党组织结对联建", "帮扶项目有人管、能持续"),
        new("生态环境问题整改", "整改问题", "个", "lead-group", "党员干部领办整改清单", "同类问题不再发生"),
        new("人才引进和服务", "引进人才", "人", "brand", "“家门口”人才服务品牌", "来了能安心住下、用得上"),
        new("民生实事项目", "完成项目", "个", "theme-day", "到项目现场过主题党日", "群众提的意见当场认领"),
        new("法治建设示范创建", "完成评查", "件", "talk", "法治宣讲队进基层", "执法人员人人过关"),
        new("预算绩效管理", "评价项目", "个", "research", "绩效指标攻关组", "花钱先问效果"),
        new("行业标准制定", "发布标准", "项", "research", "标准起草党员攻关组", "标准让一线用得上"),
        new("基层减负专项", "精简报表", "张", "pledge", "减负承诺公开践诺", "同一数据不重复填报"),
        new("服务窗口标准化", "达标窗口", "个", "post", "党员示范窗口", "一次告知、一次办好"),
        new("应急保障能力建设", "演练场次", "场", "vanguard", "应急保障党员突击队", "接到任务一小时到位"),
        new("文化惠民活动", "服务人次", "千人次", "brand", "“送到身边”服务品牌", "偏远街镇也能享受到"),
        new("专项资金监管", "检查资金", "万元", "talk", "廉政纪律宣讲", "资金流向每一笔可查"),
    ];
}
