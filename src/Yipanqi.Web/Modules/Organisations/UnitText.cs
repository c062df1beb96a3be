using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations;

/// <summary>What the texts of a unit may be, for forms and imports alike: the sentence for the person, or null where all is well.</summary>
public static class UnitText
{
    public const int CodeLength = 64;
    public const int NameLength = 200;
    public const int ShortNameLength = 60;
    public const int KindLength = 60;
    public const int PeerGroupLength = 60;
    public const int NoteLength = 2_000;
    public const int MaxSortOrder = 1_000_000;

    public static string? CodeFault(string code) => code switch
    {
        "" => "编码没有填。请填单位自己的编码，平台用它认出同一个单位。",
        _ when code.Length > CodeLength => $"编码有 {code.Length} 字，最多 {CodeLength} 字。",
        _ when code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "、，,;；".Contains(c)) => "编码里不能有空格、换行或顿号逗号分号。请删去。",
        _ => null,
    };

    public static string? NameFault(string name) =>
        name.Length == 0 ? "名称没有填。" : TooLong("名称", name, NameLength);

    public static string? TooLong(string label, string text, int limit) =>
        text.Length > limit ? $"{label}有 {text.Length} 字，最多 {limit} 字。请缩短。" : null;

    public static bool TryReadSortOrder(string text, out int order) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out order) && order is >= 0 and <= MaxSortOrder;

    public static string ShortNameOf(string name) => name.Length <= ShortNameLength ? name : name[..ShortNameLength];

    public static string TrackName(Track track) => track == Track.Party ? "党组织" : "行政";

    /// <summary>Refusals of a form, at its fields.</summary>
    public static List<Refusal> Check(UnitValues values)
    {
        var refusals = new List<Refusal>();
        Add("Name", NameFault(values.Name));
        Add("ShortName", TooLong("简称", values.ShortName, ShortNameLength));
        Add("Kind", TooLong("类别", values.Kind, KindLength));
        Add("PeerGroup", TooLong("同类组", values.PeerGroup, PeerGroupLength));
        Add("SortOrder", TryReadSortOrder(values.SortOrder, out _) ? null : $"排序要填 0 到 {MaxSortOrder} 的整数。");
        Add("Note", TooLong("备注", values.Note, NoteLength));
        return refusals;

        void Add(string field, string? message)
        {
            if (message is not null)
            {
                refusals.Add(new Refusal("unit.text", field, message));
            }
        }
    }
}
