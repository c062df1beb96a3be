using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.BusinessTasks.Import;

/// <summary>The columns of a list of key tasks; the export of the list has the same heads.</summary>
internal static class TaskFields
{
    public const string Code = "code";
    public const string Year = "year";
    public const string Title = "task";
    public const string Content = "content";
    public const string Lead = "lead_dept";
    public const string Partners = "co_depts";
    public const string Importance = "importance";
    public const string Document = "document";
    public const string Start = "start";
    public const string Deadline = "deadline";
    public const string FigureName = "figure";
    public const string Target = "target_value";
    public const string Unit = "target_unit";
    public const string Direction = "direction";
    public const string Steps = "milestones";
    public const string Note = "note";

    public static readonly IReadOnlyList<ImportField> All =
    [
        new(Code, "编号", true, "任务自己的编号，全平台不重复。再次导入时按它认出同一项任务。", ["id", "任务编号", "项目编号", "编码", "代码"], ["ZD001", "ZD002"]),
        new(Year, "计划年度", false, "如 2026。空着则用上一步选的年度。", ["年度", "年份", "plan_year"], ["2026", "2026"]),
        new(Title, "任务", true, "一句话写清做什么、做到什么程度，最多 200 字。", ["重点任务", "任务名称", "工作任务", "项目名称", "项目", "title"], ["改造老旧小区 35 个", "城镇登记失业率控制在 4.5% 以内"]),
        new(Content, "内容", false, "最多 2000 字。", ["工作内容", "具体内容", "主要内容", "任务内容", "具体举措"], ["", ""]),
        new(Lead, "牵头单位", false, "行政单位的编码、名称或简称。空着或平台上没有的，导入后在“待认领”名单里。", ["牵头部门", "责任单位", "责任部门", "主办单位", "主责单位", "lead"], ["住房城乡建设局", ""]),
        new(Partners, "配合单位", false, "多个用顿号分开。", ["配合部门", "协办单位", "协同单位", "参与单位", "partners"], ["财政局、自然资源局", ""]),
        new(Importance, "重要程度", false, "填“一般”“重要”或“特别重要”，不填为一般。", ["重要性", "级别", "权重"], ["重要", ""]),
        new(Document, "来源文件", false, "任务出自哪份文件。", ["文件", "依据", "来源", "任务来源", "doc_type"], ["2026年政府工作报告任务分解", ""]),
        new(Start, "开始日期", false, "不填为计划年度的第一天。", ["开始时间", "启动时间"], ["", ""]),
        new(Deadline, "完成时限", false, "如 2026-12-31、6月底前。空着或只写到年的，按计划年度最后一天，标为推定。", ["时限", "完成期限", "截止日期", "办结时限", "完成时间"], ["2026-11-30", "年内"]),
        new(Steps, "节点安排", false, "每个节点写名称、空格和日期，用分号分开。名称已有的改日期，没有的新增；已完成的和没写的不动。", ["里程碑", "进度安排"], ["方案印发 2026-03-31；主体完工 10月底前", ""]),
        new(FigureName, "指标", false, "目标值说的是什么；不填用任务的名称。", ["指标名称"], ["完成改造的小区", ""]),
        new(Target, "目标值", false, "一个数，没有的空着。", ["指标值", "目标", "年度目标值"], ["35", "4.5"]),
        new(Unit, "计量单位", false, "如 个、亿元、%。", ["指标单位", "度量单位"], ["个", "%"]),
        new(Direction, "方向", false, "填“越高越好”或“越低越好”，不填为越高越好。", ["指标方向"], ["越高越好", "越低越好"]),
        new(Note, "备注", false, "最多 500 字；来源文件里印的进展也可以放在这里。", ["说明", "进展", "进展情况", "完成情况", "reported_status"], ["", ""]),
    ];
}
