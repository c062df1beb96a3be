using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What stands in the way of submitting and publishing a list: nothing in it, a broken cascade, a code taken by another list, traces instead of results.</summary>
public static class ListCheck
{
    /// <param name="others">Duties of the other lists, in their newest version: codes and levels.</param>
    public static IReadOnlyList<Refusal> Of(IReadOnlyList<DutyFacts> duties, IReadOnlyDictionary<string, DutyLevel> others)
    {
        if (duties.Count == 0)
        {
            return [new Refusal("list.empty", "", "清单里还没有责任。请先写责任，或从表格导入。")];
        }

        var levels = duties.ToDictionary(d => d.Code, d => d.Level);
        return [.. duties.SelectMany(d => Of(d, levels, others))];
    }

    /// <summary>Where a duty asks for traces: what it counts, the document that forbids it, what to do instead. Empty where it does not.</summary>
    public static IReadOnlyList<string> TracesOf(DutyFacts duty) =>
        [.. IndicatorLint.Of(duty.Wording, duty.Standard + "\n" + duty.EvidenceKind).Select(r => $"{duty.Code}“{duty.Wording}”不能采用：{IndicatorLint.Words(r)}")];

    private static IEnumerable<Refusal> Of(DutyFacts duty, Dictionary<string, DutyLevel> own, IReadOnlyDictionary<string, DutyLevel> others)
    {
        if (others.ContainsKey(duty.Code))
        {
            yield return new("list.code", duty.Code, $"编码 {duty.Code} 已用在另一份清单里。请换一个编码。");
        }

        if (duty.ParentCode.Length > 0)
        {
            var parent = own.TryGetValue(duty.ParentCode, out var level) || others.TryGetValue(duty.ParentCode, out level) ? level : (DutyLevel?)null;
            if (parent is null)
            {
                yield return new("list.parent", duty.Code, $"{duty.Code} 的上级责任 {duty.ParentCode} 不存在。请核对编码，或先写那一份清单。");
            }
            else if (parent >= duty.Level)
            {
                yield return new("list.level", duty.Code, $"{duty.Code} 的上级责任 {duty.ParentCode} 不在更高的层级。责任按党组、机关党委、党支部、党员逐级承接。");
            }
        }

        if (duty.ComputedFrom.Length > 0 && DutyRecordKind.Find(duty.ComputedFrom) is null)
        {
            yield return new("list.computed", duty.Code, $"{duty.Code} 的取数来源“{duty.ComputedFrom}”平台不能计算。请改选平台有的记录，或留空由人填报。");
        }

        foreach (var sentence in TracesOf(duty))
        {
            yield return new("list.trace", duty.Code, sentence);
        }
    }
}
