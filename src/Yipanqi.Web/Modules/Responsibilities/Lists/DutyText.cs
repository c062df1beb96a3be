using System.Globalization;
using System.Text.RegularExpressions;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>A duty as it is written: in a form, a table or the lists that ship. One reading for all of them.</summary>
public static partial class DutyText
{
    public const int CodeLength = 20;
    public const int ShortLength = 60;
    public const int LongLength = 300;
    public const int MostMinutes = 6000;
    public const int MostReminderDays = 60;

    public const string Code = "code";
    public const string Level = "level";
    public const string Post = "post";
    public const string Wording = "wording";
    public const string Clause = "clause";
    public const string Frequency = "frequency";
    public const string Due = "due";
    public const string Reminder = "reminder";
    public const string Evidence = "evidence";
    public const string Standard = "standard";
    public const string Computed = "computed";
    public const string Minutes = "minutes";
    public const string Feeds = "feeds";
    public const string Parent = "parent";

    /// <summary>The fields in the order of tables, each with its length; 0 for those that are no free text.</summary>
    public static readonly IReadOnlyList<(string Field, string Label, int Length, bool Required)> Fields =
    [
        (Code, "编码", CodeLength, true), (Level, "层级", 0, true), (Post, "责任岗位", ShortLength, true), (Wording, "责任内容", LongLength, true),
        (Clause, "依据条款", LongLength, true), (Frequency, "频次", 0, true), (Due, "期限", 0, true), (Reminder, "提前提醒", 0, false),
        (Evidence, "佐证类型", ShortLength, false), (Standard, "完成标准", LongLength, true), (Computed, "取数来源", ShortLength, false), (Minutes, "每次用时", 0, true),
        (Feeds, "对应指标", CodeLength, false), (Parent, "上级责任", CodeLength, false),
    ];

    public static string LabelOf(string field) => Fields.Single(f => f.Field == field).Label;

    /// <summary>Reads a duty; each fault names its field.</summary>
    public static Outcome<DutyFacts> Read(Func<string, string> value)
    {
        var faults = Fields.Where(f => f.Length > 0 && value(f.Field).Length > f.Length)
            .Select(f => new Refusal("duty.long", f.Field, $"“{f.Label}”最多 {f.Length} 字。"))
            .Concat(Fields.Where(f => f.Required && value(f.Field).Length == 0).Select(f => new Refusal("duty.missing", f.Field, $"请填“{f.Label}”。"))).ToList();
        var level = DutyWords.LevelOf(value(Level));
        var frequency = DutyWords.FrequencyOf(value(Frequency));
        var due = DueRule.Parse(value(Due));
        var (reminder, minutes) = (Number(value(Reminder), MostReminderDays), Number(value(Minutes), MostMinutes));
        Check(Code, value(Code).Length == 0 || Codes().IsMatch(value(Code)), "编码只用字母、数字和连字符，如 DZ-01。");
        Check(Level, level is not null, "层级请写：党组、机关党委、党支部或党员。");
        Check(Frequency, frequency is not null, "频次请写：一次、每月、每季度、每半年、每年或遇事即办。");
        Check(Due, due is not null, "期限请写成：期末、期末前5个工作日、期初后10日、发生后3个工作日。");
        Check(Reminder, reminder is not null, $"提前提醒请写 0 到 {MostReminderDays} 的整数（工作日）。");
        Check(Minutes, minutes is not null, $"每次用时请写 0 到 {MostMinutes} 的整数（分钟）。");
        Check(Computed, value(Computed).Length == 0 || DutyRecordKind.Find(value(Computed)) is not null, $"取数来源只能是：{DutyRecordKind.Names}；由人填报的留空。");
        Check(Computed, level is null || DutyRecordKind.Find(value(Computed))?.Levels.Contains(level.Value) != false, "这一层级没有这种记录。请改层级或取数来源，由人填报的留空。");
        Check(Computed, value(Computed).Length == 0 || frequency != DutyFrequency.OnEvent, "遇事即办的责任由人登记，不能由记录计算。请改频次，或把取数来源留空。");
        return faults.Count > 0 ? Outcome<DutyFacts>.Refused(faults) : new DutyFacts(
            value(Code), level!.Value, value(Post), value(Wording), value(Clause), frequency!.Value, due!, reminder!.Value,
            value(Evidence), value(Standard), value(Computed), minutes!.Value, value(Feeds), value(Parent));

        void Check(string field, bool holds, string message)
        {
            if (!holds && faults.TrueForAll(f => f.Field != field))
            {
                faults.Add(new Refusal("duty.unreadable", field, message));
            }
        }
    }

    /// <summary>A duty as texts again, by field: reading them gives the same facts.</summary>
    public static IReadOnlyDictionary<string, string> Write(DutyFacts facts) => new Dictionary<string, string>
    {
        [Code] = facts.Code,
        [Level] = DutyWords.Of(facts.Level),
        [Post] = facts.PostTitle,
        [Wording] = facts.Wording,
        [Clause] = facts.Clause,
        [Frequency] = DutyWords.Of(facts.Frequency),
        [Due] = facts.Due.Write(facts.Frequency),
        [Reminder] = facts.ReminderDays.ToString(CultureInfo.InvariantCulture),
        [Evidence] = facts.EvidenceKind,
        [Standard] = facts.Standard,
        [Computed] = facts.ComputedFrom,
        [Minutes] = facts.Minutes.ToString(CultureInfo.InvariantCulture),
        [Feeds] = facts.Feeds,
        [Parent] = facts.ParentCode,
    };

    private static int? Number(string text, int most) =>
        text.Length == 0 ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    [GeneratedRegex("^[A-Za-z0-9-]+$")]
    private static partial Regex Codes();
}
