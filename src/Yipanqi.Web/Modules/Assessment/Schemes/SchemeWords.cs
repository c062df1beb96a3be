using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The words of a scheme in tables and on pages, both ways.</summary>
public static class SchemeWords
{
    private static readonly (Direction Value, string[] Words)[] Directions = [(Direction.Benefit, ["正向", "1", "+1", "benefit"]), (Direction.Cost, ["逆向", "-1", "cost"])];

    private static readonly (FigureKind Value, string[] Words)[] Kinds =
    [
        (FigureKind.Value, ["数值", "value"]), (FigureKind.Ratio, ["比率", "ratio"]), (FigureKind.Mean, ["均值", "mean"]), (FigureKind.Median, ["中位数", "median"]),
        (FigureKind.MinHop, ["逐级传导", "minHop"]), (FigureKind.Difference, ["两率之差", "difference"]),
    ];

    private static readonly (SchemeScaling Value, string[] Words)[] Scalings =
    [
        (SchemeScaling.Goalposts, ["底线目标", "goalposts"]), (SchemeScaling.MinMax, ["极差", "min-max", "minmax"]), (SchemeScaling.ZScore, ["标准分", "z-score", "zscore"]),
        (SchemeScaling.Percentile, ["百分位", "percentile"]), (SchemeScaling.Target, ["距目标", "target"]),
    ];

    private static readonly (PoolOver Value, string[] Words)[] Pools =
        [(PoolOver.None, ["不汇总", "none"]), (PoolOver.Party, ["党组织", "party"]), (PoolOver.Administrative, ["行政单位", "administrative"])];

    private static readonly (FigureSource Value, string[] Words)[] Sources =
        [(FigureSource.Auto, ["自动", "auto"]), (FigureSource.Import, ["导入", "import"]), (FigureSource.Survey, ["问卷", "survey"]), (FigureSource.Manual, ["填报", "manual"])];

    private static readonly (AggregationKind Value, string[] Words)[] Aggregations =
        [(AggregationKind.Arithmetic, ["算术", "amean", "arithmetic"]), (AggregationKind.Geometric, ["几何", "gmean", "geometric"]), (AggregationKind.Harmonic, ["调和", "hmean", "harmonic"])];

    private static readonly (Track Value, string[] Words)[] Tracks = [(Track.None, ["无", "none"]), (Track.Party, ["党建", "party"]), (Track.Business, ["业务", "business"])];

    private static readonly (WeightMethod Value, string[] Words)[] Methods =
    [
        (WeightMethod.Fixed, ["固定", "fixed"]), (WeightMethod.Equal, ["等权", "equal"]), (WeightMethod.Ahp, ["两两比较（AHP）", "ahp"]),
        (WeightMethod.Entropy, ["熵权", "entropy"]), (WeightMethod.Critic, ["CRITIC", "critic"]), (WeightMethod.Blend, ["主客观综合", "blend"]),
    ];

    public static string NameOf<T>(T value) where T : struct, Enum => Of<T>().First(p => p.Value.Equals(value)).Words[0];

    /// <summary>A table of the random index as papers cite it; none is the usual one.</summary>
    public static string TableName(string? name) => name switch
    {
        null or "saaty_1980" => "Saaty 1980",
        "tummala_ling_1998_pymcdm" => "Tummala, Ling 1998",
        "changsheng_2013_scikit_criteria" => "Changsheng 2013",
        "ahpsurvey_simulated" => "ahpsurvey",
        _ => name,
    };

    /// <summary>What may be chosen in a scheme; the engine may know more.</summary>
    public static IReadOnlyList<T> ValuesOf<T>() where T : struct, Enum => [.. Of<T>().Select(p => p.Value)];

    /// <summary>All words of a choice, for a sentence that says what may be written.</summary>
    public static string All<T>() where T : struct, Enum => string.Join("、", Of<T>().Select(p => p.Words[0]));

    /// <summary>Null where the word is none of these.</summary>
    public static T? Parse<T>(string word) where T : struct, Enum
    {
        foreach (var (value, words) in Of<T>())
        {
            if (words.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    private static (T Value, string[] Words)[] Of<T>() where T : struct, Enum => All().OfType<(T Value, string[] Words)[]>().Single();

    private static object[] All() => [Directions, Kinds, Scalings, Pools, Sources, Aggregations, Tracks, Methods];
}
