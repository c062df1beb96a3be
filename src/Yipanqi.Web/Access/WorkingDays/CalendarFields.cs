using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Access.WorkingDays;

/// <summary>Columns of a file of special days, as the State Council's notices and public data of them name them.</summary>
internal static class CalendarFields
{
    public const string Day = "date";
    public const string Kind = "type";
    public const string Name = "holiday";
    public const string Off = "休息";
    public const string Works = "上班";

    public static IReadOnlyList<ImportField> All { get; } =
    [
        new(Day, "日期", true, "例如 2027-01-01。", ["日子", "day"], ["2027-01-01", "2027-01-02"]),
        new(Kind, "安排", true, "休息或上班。", ["类型", "kind"], [Off, Works]),
        new(Name, "节日", false, "属于哪个节日，例如春节。", ["名称", "name"], ["元旦", "元旦"]),
    ];

    /// <summary>Null where the cell says neither.</summary>
    public static bool? WorksBy(string text) => text.ToLowerInvariant() switch
    {
        "上班" or "调休" or "补班" or "调休上班" or "班" or "makeup_workday" => true,
        "休息" or "放假" or "休" or "holiday" => false,
        _ => null,
    };
}
