using System.Globalization;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Limits of the levels where a scheme sets its own. From mild to grave: yellow, orange and, of score and coordination, red.</summary>
/// <param name="Score">A score below sets the level: three falling figures between 0 and 100.</param>
/// <param name="Coordination">A coordination degree D below sets at least the level: three falling figures between 0 and 1.</param>
/// <param name="Gap">A gap of the tracks at or above sets at least the level: two rising figures between 0 and 100.</param>
/// <param name="Fall">A fall against the quarter before at or above sets at least the level: two rising figures between 0 and 100.</param>
public sealed record SchemeThresholds(double[] Score, double[] Coordination, double[] Gap, double[] Fall)
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '/', ' ', '\u3000'];

    /// <summary>As a file may leave them: with lists missing or empty.</summary>
    internal SchemeThresholds Whole() => new(Score ?? [], Coordination ?? [], Gap ?? [], Fall ?? []);

    public LevelThresholds ToLimits()
    {
        var shipped = LevelThresholds.Default;
        return shipped with
        {
            Score = Of(Score, shipped.Score),
            Coordination = Of(Coordination, shipped.Coordination),
            Gap = Of(Gap, shipped.Gap),
            Fall = Of(Fall, shipped.Fall),
        };
    }

    public static SchemeThresholds From(LevelThresholds limits) => new(List(limits.Score), List(limits.Coordination), List(limits.Gap), List(limits.Fall));

    /// <summary>What is wrong, by the name of the list; none where they can be used.</summary>
    public IEnumerable<Refusal> Check()
    {
        if (!IsList(Score, 3, 100, falling: true))
        {
            yield return new Refusal("scheme.thresholds", nameof(Score), "综合得分的界线要写三个数，从黄到红依次减小，在 0 到 100 之间，例如 80、70、60。");
        }

        if (!IsList(Coordination, 3, 1, falling: true))
        {
            yield return new Refusal("scheme.thresholds", nameof(Coordination), "协调度 D 的界线要写三个数，从黄到红依次减小，在 0 到 1 之间，例如 0.7、0.6、0.5。");
        }

        if (!IsList(Gap, 2, 100, falling: false))
        {
            yield return new Refusal("scheme.thresholds", nameof(Gap), "两轨差的界线要写两个数，从黄到橙依次增大，在 0 到 100 之间，例如 15、25。");
        }

        if (!IsList(Fall, 2, 100, falling: false))
        {
            yield return new Refusal("scheme.thresholds", nameof(Fall), "比上季下降的界线要写两个数，从黄到橙依次增大，在 0 到 100 之间，例如 8、15。");
        }
    }

    /// <summary>Reads what people type, for instance 80、70、60; what is no figure makes the list one that <see cref="Check"/> refuses.</summary>
    public static double[] Parse(string text) =>
        [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];

    public static string Write(double[] limits) => string.Join('、', limits.Select(l => l.ToString("0.###", CultureInfo.InvariantCulture)));

    public override string ToString() => $"综合得分低于 {Write(Score)}，协调度 D 低于 {Write(Coordination)}，两轨差达到 {Write(Gap)}，比上季下降达到 {Write(Fall)}";

    public bool Equals(SchemeThresholds? other) => other is not null
        && Score.SequenceEqual(other.Score) && Coordination.SequenceEqual(other.Coordination) && Gap.SequenceEqual(other.Gap) && Fall.SequenceEqual(other.Fall);

    public override int GetHashCode() => HashCode.Combine(Score.Length, Score.FirstOrDefault(), Gap.FirstOrDefault(), Fall.FirstOrDefault());

    private static bool IsList(double[] limits, int count, double most, bool falling) =>
        limits.Length == count && limits.All(l => l > 0 && l <= most) && limits.Zip(limits.Skip(1)).All(p => falling ? p.First > p.Second : p.First < p.Second);

    private static LevelLimits Of(double[] limits, LevelLimits shipped) =>
        shipped with { Yellow = limits[0], Orange = limits[1], Red = limits.Length > 2 ? limits[2] : null };

    private static double[] List(LevelLimits limits) => limits.Red is { } red ? [limits.Yellow, limits.Orange, red] : [limits.Yellow, limits.Orange];
}
