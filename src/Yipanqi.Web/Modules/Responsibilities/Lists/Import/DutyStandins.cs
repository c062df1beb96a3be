using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What new duties of a table take where it does not say: chosen on the first step of the import, and for the clause the document the list rests on.</summary>
/// <param name="basis">The document the list rests on.</param>
internal sealed class DutyStandins(ImportParameters chosen, string basis = "")
{
    private const string Levels = "levels";
    private const string LeaveOut = "leave";

    private const string AfterEvent = "发生后10个工作日";

    private static readonly IReadOnlyDictionary<string, string> Sound = DutyText.Write(ShippedLists.All[0].Facts[0]);

    /// <summary>The fields that may be taken from here.</summary>
    public static readonly IReadOnlySet<string> Fields = new HashSet<string> { DutyText.Frequency, DutyText.Due, DutyText.Standard, DutyText.Minutes, DutyText.Clause };

    public static IReadOnlyList<ImportParameter> Parameters { get; } =
    [
        new(DutyText.Frequency, "频次没写或认不出的", false, "如“全年”“按制度”，说不出周期。", DutyWords.Of(DutyFrequency.Yearly), [.. DutyWords.Frequencies.Select(f => new ImportOption(DutyWords.Of(f), DutyWords.Of(f)))], Blank: "按有误处理", IsAside: true),
        new(DutyText.Due, "期限没写或认不出的", false, "写法同“期限”一列，空着按有误处理。遇事即办的用“发生后10个工作日”。", DueRule.LastDay.Write(), IsAside: true),
        new(DutyText.Standard, "完成标准没写的", false, "空着按有误处理。", "按责任内容办结，写得出结果", IsAside: true),
        new(DutyText.Minutes, "每次用时没写的（分钟）", false, "空着按有误处理。", "20", IsAside: true),
        new(Levels, "层级在四级以外的行", false, "如“上级党委/工委”“临时党组织”。", "", [new(LeaveOut, "不导入")], Blank: "按有误处理", IsAside: true),
    ];

    public bool LeavesOut => chosen[Levels] == LeaveOut;

    /// <summary>The last day of a period is no day for what happens once; empty where no due day may be put in.</summary>
    public string DueOfEvent => chosen[DutyText.Due].Length > 0 ? AfterEvent : "";

    public string this[string field] => field == DutyText.Clause ? basis : chosen[field];

    public bool Has(string field) => field == DutyText.Clause || (Fields.Contains(field) && chosen[field].Length > 0);

    /// <summary>What was chosen and cannot stand for anything.</summary>
    public IReadOnlyList<Refusal> Faults => [.. DutyText.Read(f => Fields.Contains(f) && chosen[f].Length > 0 ? chosen[f] : Sound[f]).Refusals];
}
