using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.BusinessTasks.Measures.Import;

/// <summary>The columns of a list of Party measures; the export of the list has the same heads.</summary>
internal static class MeasureFields
{
    public const string Code = "code";
    public const string Name = "name";
    public const string Kind = "kind";
    public const string Description = "description";
    public const string Organ = "organ";
    public const string From = "from";
    public const string To = "to";
    public const string Source = "source";

    public static readonly IReadOnlyList<ImportField> All =
    [
        new(Code, "编号", true, "举措自己的编号，全平台不重复。再次导入时按它认出同一项举措。", ["id", "举措编号", "编码", "代码", "序号"], ["JC001", "JC002"]),
        new(Name, "名称", true, "如 加装电梯党员突击队，最多 100 字。", ["举措", "举措名称", "党建举措", "活动", "活动名称", "项目名称", "载体"], ["加装电梯党员突击队", "送政策上门主题党日"]),
        new(Kind, "类别", false, "突击队、攻关组、先锋岗、主题党日、党建联建、品牌等；不填或平台没有的类别，按“其他”。", ["类型", "举措类别", "活动类型", "形式"], ["突击队", "主题党日"]),
        new(Description, "做什么", false, "一两句话，最多 1000 字。推荐结合点时只看名称和这一栏。", ["说明", "内容", "描述", "主要做法", "具体举措", "活动内容"], ["党员包楼门，一周一会签", ""]),
        new(Organ, "党组织", false, "党组织的编码、名称或简称；写行政单位的，归它的党组织。空着或平台上没有的，导入后待认领。", ["单位", "所属单位", "责任单位", "所属党组织", "牵头单位", "owner", "unit"], ["住房城乡建设局机关党委", ""]),
        new(From, "开始日期", false, "不填用上一步选的日期。", ["开始时间", "启动时间", "日期", "start"], ["2026-03-01", ""]),
        new(To, "结束日期", false, "长期的空着。", ["结束时间", "截止日期", "end"], ["2026-12-31", ""]),
        new(Source, "出处", false, "写在哪份计划或文件里，最多 200 字。", ["来源", "来源文件", "文件", "source_id"], ["2026年机关党建工作要点", ""]),
    ];
}
