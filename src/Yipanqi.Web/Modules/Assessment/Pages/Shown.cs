using System.Globalization;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>How figures of the assessment are written. Rounded as they decide, so that what is shown is what counts.</summary>
public static class Shown
{
    public static double? Tenth(double? value) => value is { } known ? PublishedFigure.Tenth(known) : null;

    /// <summary>A score or a gap, one decimal.</summary>
    public static string Score(double? value) => Figures.Score(Tenth(value));

    public static string Change(double? value) => Figures.Change(Tenth(value));

    /// <summary>C or D, three decimals.</summary>
    public static string Degree(double? value) => value is { } known ? Plain(PublishedFigure.Thousandth(known), "0.000") : Figures.None;

    /// <summary>Points of the index, two decimals.</summary>
    public static string Points(double? value) => value is { } known ? Plain(known, "0.00") : Figures.None;

    /// <summary>Points with their sign.</summary>
    public static string Signed(double? value) => value is { } known ? Plain(known, "+0.00;-0.00;0.00") : Figures.None;

    /// <summary>A count that stops somewhere: 1,000+.</summary>
    public static string Capped(int count) => count > Listing.CountedAtMost ? Figures.Count(Listing.CountedAtMost) + "+" : Figures.Count(count);

    /// <summary>A numerator, a denominator or a sample size.</summary>
    public static string Amount(double? value) => value is { } known ? Plain(known, "#,0.##") : Figures.None;

    /// <summary>A value in the unit of its item; the unit % means a share.</summary>
    public static string Value(double? value, string unit) => value switch
    {
        null => Figures.None,
        { } share when unit == "%" => Plain(share * 100, "0.0") + "%",
        { } known => unit.Length == 0 ? Number(known) : $"{Number(known)} {unit}",
    };

    /// <summary>A limit of an item: no decimals that say nothing.</summary>
    public static string Limit(double? value, string unit) =>
        value is { } share && unit == "%" ? Plain(share * 100, "0.##") + "%" : Value(value, unit);

    public static string Name(this Quarter quarter) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? quarter.ToString() : quarter.Chinese;

    /// <summary>第三季度 beside quarters of the same year, else with its year.</summary>
    public static string Name(this Quarter quarter, int besideYear) =>
        quarter.Year == besideYear && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en" ? quarter.Chinese[5..] : quarter.Name();

    /// <summary>26Q3, for axes.</summary>
    public static string Short(this Quarter quarter) => quarter.ToString()[2..];

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>10月12日.</summary>
    public static string Day(DateTime utc) => ChinaTime.Of(utc).ToString("M月d日", CultureInfo.InvariantCulture);

    /// <summary>2026-10-12 08:30.</summary>
    public static string Instant(DateTime utc) => ChinaTime.Of(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    // Small figures need three decimals to be told apart, large ones do not.
    private static string Number(double value) => Plain(value, Math.Abs(value) < 10 ? "0.###" : "#,0.#");

    private static string Plain(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
}
