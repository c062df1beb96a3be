using Yipanqi.Web.Modules.BusinessTasks;

namespace Yipanqi.Web.Demo;

/// <summary>A made-up key task with its fusion point.</summary>
/// <param name="Organ">The leading organ.</param>
/// <param name="Kind">Code of the kind of measure; empty for a task without fusion point.</param>
/// <param name="Stages">For each stage the Party day and the business day as month-day, a minus for none.</param>
public sealed record DemoTaskStory(string Title, string Organ, TaskImportance Importance, string Kind, string Measure, string Change, string Stages)
{
    private const int Year = 2026;

    /// <summary>What the tasks of the demo tell, in the order of the list.</summary>
    public static readonly IReadOnlyList<DemoTaskStory> All =
    [
        new("既有住宅加装电梯 120 台", "住房城乡建设局", TaskImportance.Critical, "vanguard", "加装电梯党员突击队", "管线会签平均超期 24 天，降到 10 天以内", "02-24/02-28 03-10/03-15 07-08/07-14"),
        new("“一件事一次办”新增 12 项", "政务服务局", TaskImportance.Critical, "post", "一次办先锋窗口", "群众平均跑 2.6 次，降到 1 次", "01-19/01-21 02-26/03-05 06-18/06-21 09-25/09-30"),
        new("历史遗留“办证难”清零 3,200 户", "自然资源局", TaskImportance.Critical, "research", "办证难攻关组", "积案平均 14 个月，半年内清零", "02-20/02-11 04-22/03-15 -/07-30"),
        new("河湖断面水质达标攻坚", "水务局", TaskImportance.Important, "lead-group", "河长支部组团领办", "两个断面连续三月不达标", "01-26/02-01 -/03-02 06-24/06-12 11-06/11-10"),
        new("小微企业融资“直通车”", "金融办", TaskImportance.Important, "alliance", "银政企党建联建", "首贷平均 31 天，降到 15 天", "02-09/02-12 03-12/03-20 08-06/08-05 10-28/11-02"),
        new("老旧小区改造 46 个", "住房城乡建设局", TaskImportance.Critical, "theme-day", "改造现场主题党日", "居民意见采纳不足三成", "03-26/03-02 -/- -/06-30"),
        new("普惠托育新增托位 1,500 个", "卫生健康委", TaskImportance.Important, "pledge", "托育建设亮牌践诺", "选址反复，平均耽误 40 天", "02-13/02-18 03-18/03-29 08-20/-"),
        new("城区新增停车泊位 5,000 个", "城市管理局", TaskImportance.Important, "lead-group", "停车难组团领办", "部门之间推诿，规划两年未落地", "02-27/03-07 04-30/03-30 07-22/07-31"),
        new("零工市场标准化建设 8 处", "人力社保局", TaskImportance.Important, "post", "零工驿站先锋岗", "日均对接不足两成", "02-16/02-17 03-09/03-15 05-28/06-01 09-12/09-18"),
        new("乡村学校清洁取暖改造", "教育局", TaskImportance.Important, "talk", "清洁取暖进校宣讲", "师生担心不暖和，报名不足半数", "03-11/- 04-08/-"),
        new("重点项目要素保障“周调度”", "发展改革委", TaskImportance.Critical, "research", "项目要素攻关组", "用地、环评平均等 52 天", "01-15/01-12 02-10/02-08 05-20/05-18 10-15/10-12"),
        new("制造业数字化改造 200 家", "工业信息化局", TaskImportance.Critical, "alliance", "链主企业党建联建", "中小企业不敢改、不会改", "02-05/02-03 03-06/03-02 07-15/07-20"),
        new("财政资金绩效管理提质", "财政局", TaskImportance.Normal, "research", "绩效评价攻关组", "绩效目标填报一年两次退回", "02-11/02-10 03-18/03-16 08-12/08-10"),
        new("农村公路提升 320 公里", "交通运输局", TaskImportance.Important, "vanguard", "农村公路党员突击队", "汛前完工率不足六成", "01-28/01-30 03-03/03-06 06-26/06-20"),
        new("高标准农田建设 12 万亩", "农业农村局", TaskImportance.Important, "", "", "", "-/02-08 -/03-12 -/07-18"),
        new("消费促进“百场进百区”", "商务局", TaskImportance.Normal, "brand", "惠民消费党员服务队", "社区商户参加不足三成", "02-25/02-20 03-28/03-22 06-08/06-06 10-20/10-22"),
        new("公共数据“一数一源”治理", "数据局", TaskImportance.Important, "research", "数据治理攻关组", "同一数据平均填报 3 次", "02-06/02-04 03-10/03-05 07-02/07-01"),
        new("未诉先办：重复投诉下降三成", "信访局", TaskImportance.Critical, "lead-group", "领导干部包案领办", "重复投诉占 38%", "02-12/02-10 05-06/03-10 -/07-10"),
        new("养老服务“一刻钟圈”", "民政局", TaskImportance.Important, "alliance", "社区养老党建联建", "助餐点半径超过两公里", "02-19/02-24 03-19/03-24 07-21/07-28"),
        new("医保经办下沉到社区", "医保局", TaskImportance.Normal, "post", "医保经办先锋岗", "参保群众往返平均 18 公里", "02-10/02-12 03-11/03-12 06-16/06-18 10-09/10-12"),
        new("食品安全“你点我检”", "市场监管局", TaskImportance.Normal, "theme-day", "你点我检主题党日", "群众参与每季不足百人", "03-02/03-01 03-26/03-28 07-10/07-12"),
        new("重大事故隐患动态清零", "应急管理局", TaskImportance.Critical, "vanguard", "隐患排查党员突击队", "隐患整改平均 26 天", "01-10/01-09 02-06/02-05 05-12/05-15 09-05/09-01"),
        new("文化惠民演出 300 场", "文化旅游局", TaskImportance.Normal, "", "", "", "-/03-04 -/04-02 -/07-30"),
        new("涉企行政执法“综合查一次”", "司法局", TaskImportance.Important, "pledge", "综合查一次亮牌践诺", "企业年均被查 9 次", "02-28/02-18 04-06/03-20 08-02/07-25"),
    ];

    /// <summary>Party and business day of each stage told.</summary>
    public IEnumerable<(DateOnly? Party, DateOnly? Business)> Days => Stages.Split(' ').Select(s => s.Split('/')).Select(d => (DayOf(d[0]), DayOf(d[1])));

    private static DateOnly? DayOf(string text) =>
        text == "-" ? null : DateOnly.ParseExact($"{Year}-{text}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
