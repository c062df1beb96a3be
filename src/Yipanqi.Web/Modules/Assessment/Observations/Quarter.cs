using System.Globalization;
using System.Text.RegularExpressions;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A calendar quarter, for instance 2026Q3. Stored as the number 20263, so that order by number is order in time.</summary>
public readonly partial record struct Quarter : IComparable<Quarter>
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四"];

    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(year is >= 1949 and <= 2999, true, nameof(year));
        ArgumentOutOfRangeException.ThrowIfNotEqual(number is >= 1 and <= 4, true, nameof(number));
        (Year, Number) = (year, number);
    }

    public int Year { get; }

    public int Number { get; }

    /// <summary>What is stored: year · 10 + number.</summary>
    public int Key => (Year * 10) + Number;

    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public Quarter Next => Number == 4 ? new(Year + 1, 1) : new(Year, Number + 1);

    public DateOnly FirstDay => new(Year, (3 * Number) - 2, 1);

    public DateOnly LastDay => Next.FirstDay.AddDays(-1);

    /// <summary>2026年第三季度.</summary>
    public string Chinese => $"{Year}年第{Ordinals[Number - 1]}季度";

    public static Quarter FromKey(int key) => new(key / 10, key % 10);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Reads 2026Q3, 20263, 2026年第三季度 or 2026年3季度; null where it is none of these.</summary>
    public static Quarter? Parse(string? text)
    {
        var match = Form().Match(text?.Trim() ?? "");
        if (!match.Success)
        {
            return null;
        }

        var ordinal = Array.IndexOf(Ordinals, match.Groups["number"].Value);
        var number = ordinal >= 0 ? ordinal + 1 : int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return new Quarter(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), number);
    }

    public int CompareTo(Quarter other) => Key.CompareTo(other.Key);

    /// <summary>2026Q3.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}");

    [GeneratedRegex("^(?<year>(19[5-9]|2[0-9])[0-9]+)(?<=^[0-9]{4})(年第?|[Qq]|-[Qq]?)?(?<number>[1-4一二三四])(季度)?$")]
    private static partial Regex Form();
}
