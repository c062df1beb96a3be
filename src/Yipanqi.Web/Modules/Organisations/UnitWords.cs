using System.Text.Json;
using Yipanqi.Web.Journal;

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
        "unit.edited" => "修改" + string.Join('、', FieldsOf(change.Detail)),
        _ => JournalWords.Action(change.Action),
    };

    private static IEnumerable<string> FieldsOf(string detail)
    {
        using var json = JsonDocument.Parse(detail);
        return json.RootElement.TryGetProperty("fields", out var fields)
            ? fields.EnumerateArray().Select(f => Fields.GetValueOrDefault(f.GetString() ?? "", f.GetString() ?? "")).ToList()
            : [];
    }
}
