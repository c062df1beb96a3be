namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>Findings as they are named in lists.</summary>
public static class StructureWords
{
    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.TooSmall => "正式党员不足",
        FindingKind.TooLarge => "党员过多",
        FindingKind.CommitteeMissing => "没有支部委员会",
        FindingKind.Overdue => "超期未换届",
        FindingKind.NoTerm => "没有届次记录",
        FindingKind.SecretaryVacant => "书记空缺",
        FindingKind.CommitteeTooSmall => "委员过少",
        FindingKind.CommitteeTooLarge => "委员过多",
        FindingKind.SeatsVacant => "委员缺额",
        FindingKind.CommitteeUnusual => "委员人数不在一般范围",
        FindingKind.Extended => "批准延期中",
        FindingKind.DueSoon => "将到期",
        _ => "类别不明",
    };

    public static string ResultOf(CheckedUnit unit) => unit.HasBreach ? "与规定不符" : unit.IsFine ? "符合规定" : "请留意";
}
