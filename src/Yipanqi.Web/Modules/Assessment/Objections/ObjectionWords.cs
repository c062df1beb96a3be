namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Subjects and states of objections as the pages write them.</summary>
public static class ObjectionWords
{
    public static string NameOf(ObjectionSubject subject) => subject switch
    {
        ObjectionSubject.Item => "项目数据",
        ObjectionSubject.Adjustment => "加减分",
        _ => "建议级别",
    };

    public static string NameOf(ObjectionState state) => state switch
    {
        ObjectionState.Filed => "待答复",
        ObjectionState.Accepted => "采纳",
        ObjectionState.Rejected => "不采纳",
        _ => "已撤回",
    };
}
