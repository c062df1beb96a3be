using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Organisations.People.Import;

/// <summary>The columns of a list of people; the export of the people list has the same heads.</summary>
internal static class PersonFields
{
    public const string StaffCode = "staff_code";
    public const string Name = "name";
    public const string Gender = "gender";
    public const string BirthMonth = "birth_month";
    public const string Status = "status";
    public const string JoinedDay = "joined_day";
    public const string FullMemberDay = "full_member_day";
    public const string Branch = "branch";
    public const string BranchFrom = "branch_from";
    public const string WorkUnit = "work_unit";
    public const string KeyPost = "key_post";
    public const string Phone = "phone";
    public const string Identity = "identity";

    public static readonly IReadOnlyList<ImportField> All =
    [
        new(StaffCode, "工号", true, "本单位的人员编号，全平台不重复。再次导入时按它认出同一个人。",
            ["人员编号", "职工号", "员工号", "人员编码", "编号", "id", "staff_no"], ["20230001", "20230002"]),
        new(Name, "姓名", true, "最多 60 字。", ["人员姓名", "党员姓名"], ["赵示例", "钱示例"]),
        new(Gender, "性别", false, "填“男”或“女”。", ["sex"], ["男", "女"]),
        new(BirthMonth, "出生年月", false, "如 1985-01。", ["出生日期", "生日", "出生时间"], ["1985-01", "1990-10"]),
        new(Status, "党员身份", true, "填正式党员、预备党员、入党积极分子或群众。", ["政治面貌", "人员类别", "党员类别", "身份"], ["正式党员", "群众"]),
        new(JoinedDay, "入党日期", false, "如 2010-07-01。", ["入党时间", "加入党组织日期"], ["2010-07-01", ""]),
        new(FullMemberDay, "转正日期", false, "如 2011-07-01。", ["转正时间", "转为正式党员日期"], ["2011-07-01", ""]),
        new(Branch, "所在支部", false, "支部的编码或名称，只填党员的。和现在不同就按转接办理。", ["所在党支部", "党支部", "支部", "支部编码", "所在党组织"], ["P0101", ""]),
        new(BranchFrom, "进入支部日期", false, "进入所在支部的第一天。空着则用上一步选的日期。", ["转入日期", "转入时间", "进入当前支部日期"], ["2023-03-01", ""]),
        new(WorkUnit, "工作单位", false, "行政单位的编码或名称。", ["所在单位", "部门", "处室", "工作部门", "单位"], ["A0101", "A0101"]),
        new(KeyPost, "重点岗位", false, "填“是”或“否”。", ["是否重点岗位", "关键岗位"], ["否", "否"]),
        new(Phone, "电话", false, "加密保存，页面只显示前三位和后四位。带星号的格不改动已有号码。", ["手机", "手机号", "手机号码", "联系电话", "联系方式"], ["", ""]),
        new(Identity, "身份证号", false, "不是必需。填了就加密保存，只用来查重。带星号的格不改动已有号码。", ["公民身份号码", "证件号码", "身份证", "身份证号码"], ["", ""]),
    ];
}
