using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>A month, quarter, half-year or year in which a duty is to be done once, or the day of an event that asks for it.</summary>
/// <param name="Key">2026M09, 2026Q3, 2026H2, 2026; once for a duty that falls due a single time; 2026E1012-… for an event of 12 October.</param>
public sealed record DutyPeriod(string Key, DateOnly First, DateOnly Last)
{
    public const string OnceKey = "once";

    private const int MonthsOfYear = 12;
    private const int EventHashLength = 8;

    /// <summary>The periods of a year, in order; none for what happens by itself.</summary>
    public static IReadOnlyList<DutyPeriod> Of(DutyFrequency frequency, int year) => frequency switch
    {
        DutyFrequency.Once => [Months(OnceKey, year, 1, MonthsOfYear)],
        DutyFrequency.Monthly => Parts(year, 1, n => $"{year}M{n:00}"),
        DutyFrequency.Quarterly => Parts(year, 3, n => $"{year}Q{n}"),
        DutyFrequency.HalfYearly => Parts(year, 6, n => $"{year}H{n}"),
        DutyFrequency.Yearly => [Months($"{year}", year, 1, MonthsOfYear)],
        _ => [],
    };

    /// <summary>An event. The same words of the same day are the same event: sent twice, it counts once.</summary>
    public static DutyPeriod OfEvent(DateOnly day, string text)
    {
        var words = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..EventHashLength];
        return new DutyPeriod($"{day:yyyy}E{day:MMdd}-{words}", day, day);
    }

    /// <summary>The period that a key names. A duty that falls due once has the period of the year given.</summary>
    public static DutyPeriod Read(string key, DutyFrequency frequency, int year)
    {
        if (frequency == DutyFrequency.OnEvent)
        {
            var day = DateOnly.ParseExact(key[..4] + key[5..9], "yyyyMMdd", CultureInfo.InvariantCulture);
            return new DutyPeriod(key, day, day);
        }

        return Of(frequency, key == OnceKey ? year : int.Parse(key[..4], CultureInfo.InvariantCulture)).First(p => p.Key == key);
    }

    /// <summary>A period as it is read: 2026年9月, 2026年第三季度, 2026年下半年, 2026年; 一次; 2026年10月12日发生.</summary>
    public static string Write(T T, string key) => key switch
    {
        OnceKey => T["一次"],
        [_, _, _, _, 'M', ..] => T["{0}年{1}月", key[..4], key[5..].TrimStart('0')],
        [_, _, _, _, 'E', ..] => T["{0}年{1}月{2}日发生", key[..4], key[5..7].TrimStart('0'), key[7..9].TrimStart('0')],
        [_, _, _, _, 'Q', '1'] => T["{0}年第一季度", key[..4]],
        [_, _, _, _, 'Q', '2'] => T["{0}年第二季度", key[..4]],
        [_, _, _, _, 'Q', '3'] => T["{0}年第三季度", key[..4]],
        [_, _, _, _, 'Q', '4'] => T["{0}年第四季度", key[..4]],
        [_, _, _, _, 'H', '1'] => T["{0}年上半年", key[..4]],
        [_, _, _, _, 'H', '2'] => T["{0}年下半年", key[..4]],
        _ => T["{0}年", key],
    };

    /// <summary>How often a duty of this frequency is done in a year; an event is taken to happen once.</summary>
    public static int TimesAYear(DutyFrequency frequency) => frequency == DutyFrequency.OnEvent ? 1 : Of(frequency, 2026).Count;

    private static List<DutyPeriod> Parts(int year, int months, Func<int, string> key) =>
        [.. Enumerable.Range(1, MonthsOfYear / months).Select(n => Months(key(n), year, ((n - 1) * months) + 1, months))];

    private static DutyPeriod Months(string key, int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        return new DutyPeriod(key, first, first.AddMonths(count).AddDays(-1));
    }
}
