namespace Yipanqi.Web.Access;

/// <summary>Asia/Shanghai: eight hours ahead of UTC all year since 1991, so no time-zone data are needed.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTime Of(DateTime utc) => utc + Offset;

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);
}
