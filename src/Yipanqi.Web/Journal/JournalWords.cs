namespace Yipanqi.Web.Journal;

/// <summary>The actions of docs/events.md and the things they are about, as a person reads them. A test finds an action without words.</summary>
public static class JournalWords
{
    public static readonly IReadOnlyDictionary<string, string> Actions = new Dictionary<string, string>
    {
        ["domain.founded"] = "首次设置平台",
        ["domain.secret-age-set"] = "设定口令更换周期",
        ["demo.founded"] = "建立演示数据",
        ["complaint.received"] = "收到投诉建议",
        ["complaint.answered"] = "答复投诉建议",
        ["account.signed-in"] = "登录",
        ["account.sign-in-refused"] = "登录被拒",
        ["account.locked"] = "账号锁定",
        ["account.signed-out"] = "退出登录",
        ["account.secret-changed"] = "本人改口令",
        ["account.opened"] = "批准开通账号",
        ["account.enabled"] = "批准恢复账号",
        ["account.secret-reset"] = "批准重置口令",
        ["account.disabled"] = "停用账号",
        ["post.granted"] = "批准增加职务",
        ["post.ended"] = "批准结束职务",
        ["proposal.made"] = "提出授权申请",
        ["proposal.refused"] = "不批准授权申请",
        ["proposal.withdrawn"] = "撤回授权申请",
        ["scheme.imported"] = "导入考评方案",
        ["scheme.published"] = "发布考评方案",
        ["observation.imported"] = "导入观测值",
        ["assessment.previewed"] = "测算预览",
        ["assessment.published"] = "发布考评结果",
        ["import.uploaded"] = "上传导入文件",
        ["import.mapped"] = "对应导入列",
        ["import.discarded"] = "丢弃导入文件",
        ["import.swept"] = "清理过期导入文件",
        ["unit.imported"] = "导入单位",
        ["unit.added"] = "新增单位",
        ["unit.edited"] = "修改单位",
        ["unit.linked"] = "对应行政单位",
        ["unit.unlinked"] = "取消对应行政单位",
    };

    public static readonly IReadOnlyDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["Account"] = "账号",
        ["Post"] = "职务",
        ["Proposal"] = "授权申请",
        ["Domain"] = "平台",
        ["Unit"] = "单位",
        ["Complaint"] = "投诉建议",
        ["Scheme"] = "考评方案",
        ["Observation"] = "观测值",
        ["AssessmentSnapshot"] = "考评结果",
        ["ImportDraft"] = "导入",
    };

    public static string Action(string action) => Actions.GetValueOrDefault(action, action);

    public static string Subject(string type) => Subjects.GetValueOrDefault(type, type);
}
