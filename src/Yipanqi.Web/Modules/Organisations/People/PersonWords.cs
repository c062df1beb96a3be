namespace Yipanqi.Web.Modules.Organisations.People;

/// <summary>Journal lines about a person as they are read.</summary>
public static class PersonWords
{
    public static string Of(UnitChange change) => change.Action switch
    {
        "person.added" => "登记",
        "person.edited" => "修改信息",
        "person.revealed" => "查看完整号码",
        "membership.begun" => "转入组织关系",
        "membership.transferred" => "转接组织关系",
        "membership.ended" => "转出或终止组织关系",
        "membership.corrected" => "更正组织关系日期",
        "membership.taken-back" => "撤销组织关系变动",
        _ => change.Action,
    };
}
