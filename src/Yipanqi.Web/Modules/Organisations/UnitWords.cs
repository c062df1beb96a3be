using System.Text.Json;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>Journal lines about a unit as a person reads them.</summary>
public static class UnitWords
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["name"] = "名称",
        ["short_name"] = "简称",
        ["kind"] = "类别",
        ["sort"] = "排序",
        ["note"] = "备注",
        ["assessed"] = "参加考评",
        ["peer_group"] = "同类组",
    };

    public static string Of(UnitChange change) => change.Action switch
    {
        "unit.added" => "新增",
        "unit.edited" => "修改" + string.Join('、', FieldsOf(change.Detail)),
        "unit.restored" => "撤销修改",
        "temporary.founded" => "成立",
        "temporary.joined" => "加上成员",
        "temporary.left" => "成员退出",
        "temporary.extended" => "延期",
        "unit.peer-group-set" => "换同类组",
        "unit.renamed" => "更名",
        "unit.moved" => "移动",
        "unit.merged" => "并入别的单位",
        "unit.split" => "分出新单位",
        "unit.closed" => "撤销单位",
        "unit.event-reverted" => "撤回变更",
        "unit.linked" => "加上对应行政单位",
        "unit.unlinked" => "去掉对应行政单位",
        "term.registered" => "登记换届",
        "term.rescheduled" => "登记批准延期或提前",
        "party-post.taken" => "加上委员会成员",
        "party-post.left" => "免去党内职务",
        _ => change.Action,
    };

    private static IEnumerable<string> FieldsOf(string detail)
    {
        using var json = JsonDocument.Parse(detail);
        return json.RootElement.TryGetProperty("fields", out var fields)
            ? fields.EnumerateArray().Select(f => Fields.GetValueOrDefault(f.GetString() ?? "", f.GetString() ?? "")).ToList()
            : [];
    }
}
