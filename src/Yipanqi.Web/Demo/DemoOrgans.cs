namespace Yipanqi.Web.Demo;

/// <summary>
/// The made-up committee 示范市直机关: sixty organs in six peer groups, with the stories that some of them tell.
/// No real organ has these figures; the names are generic and carry no place.
/// </summary>
public static class DemoOrgans
{
    /// <summary>Organs by peer group, in the order of the board.</summary>
    public static readonly IReadOnlyList<(string Group, string[] Organs)> Groups =
    [
        ("党委工作机关", ["市委办公室", "市委组织部", "市委宣传部", "市委统战部", "市委政法委", "市委社会工作部", "市委编办", "市委网信办", "市委巡察办", "市档案馆"]),
        ("经济管理部门", ["发展改革委", "工业信息化局", "财政局", "自然资源局", "住房城乡建设局", "交通运输局", "水务局", "农业农村局", "商务局", "国资委", "统计局", "金融办", "数据局", "科技局"]),
        ("社会民生部门", ["教育局", "民政局", "人力社保局", "卫生健康委", "文化旅游局", "退役军人局", "医保局", "信访局", "体育局", "民族宗教局", "外事办", "广播电视局", "公积金中心", "政务服务局"]),
        ("执法监管部门", ["公安局", "司法局", "生态环境局", "应急管理局", "审计局", "市场监管局", "城市管理局", "税务局", "气象局", "药品检查局"]),
        ("人大政协和群团", ["市人大机关", "市政协机关", "市法院", "市检察院", "市总工会", "团市委", "市妇联", "市工商联"]),
        ("直属事业单位", ["市日报社", "社会福利院", "公共资源中心", "市委党校"]),
    ];

    /// <summary>Party and business quality (0–1) in the first and in the last quarter, for organs with a story.</summary>
    public static readonly IReadOnlyDictionary<string, DemoStory> Stories = new Dictionary<string, DemoStory>
    {
        // A fall: business drops by a third in the last quarter.
        ["信访局"] = new(.72, .70, .77, .71) { LastBusiness = .38 },

        // Weak on both sides for two years, now coming up.
        ["城市管理局"] = new(.50, .40, .61, .53),

        // A good mean with a wide gap: Party work runs ahead of the business, or behind it.
        ["住房城乡建设局"] = new(.70, .69, .87, .56),
        ["卫生健康委"] = new(.74, .70, .87, .59),
        ["文化旅游局"] = new(.76, .72, .90, .61),
        ["国资委"] = new(.62, .72, .61, .92),

        // A recovery: from orange to green in four quarters.
        ["审计局"] = new(.635, .625, .88, .88),
        ["教育局"] = new(.66, .60, .87, .86),

        // Low and level.
        ["水务局"] = new(.60, .58, .66, .65),
        ["市日报社"] = new(.62, .58, .70, .62),

        // Middling.
        ["市档案馆"] = new(.66, .62, .77, .68),
        ["市委网信办"] = new(.70, .66, .78, .75),
        ["金融办"] = new(.60, .74, .68, .84),
        ["统计局"] = new(.70, .66, .79, .73),
        ["商务局"] = new(.66, .78, .72, .90),
        ["外事办"] = new(.62, .62, .71, .73),
        ["民政局"] = new(.70, .60, .82, .65),
        ["体育局"] = new(.70, .62, .84, .67),
        ["应急管理局"] = new(.62, .62, .73, .72),
        ["气象局"] = new(.60, .74, .68, .84),
        ["市法院"] = new(.62, .62, .74, .73),
        ["市工商联"] = new(.68, .64, .80, .74),

        // Missing data: the business figures of the last two quarters never came.
        ["药品检查局"] = new(.70, .68, .80, .78) { MissingQuarters = 2 },
        ["社会福利院"] = new(.68, .66, .78, .76) { MissingQuarters = 3 },
    };
}
