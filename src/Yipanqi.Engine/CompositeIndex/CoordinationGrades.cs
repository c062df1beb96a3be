namespace Yipanqi.Engine.CompositeIndex;

/// <summary>The bounds and the Chinese names of <see cref="CoordinationGrade"/>, as customary in the literature on coupling coordination.</summary>
public static class CoordinationGrades
{
    private static readonly double[] LowerBounds = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    private static readonly string[] Names =
        ["极度失调", "严重失调", "中度失调", "轻度失调", "濒临失调", "勉强协调", "初级协调", "中级协调", "良好协调", "优质协调"];

    /// <summary>The grade of a coordination degree.</summary>
    /// <param name="degree">D, within [0, 1]; a publication passes it rounded to 0.001.</param>
    /// <exception cref="ArgumentOutOfRangeException">D is not within [0, 1].</exception>
    public static CoordinationGrade Of(double degree)
    {
        if (!(degree is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(degree), degree, "A coordination degree lies from 0 to 1.");
        }

        return (CoordinationGrade)Array.FindLastIndex(LowerBounds, bound => degree >= bound);
    }

    /// <summary>The Chinese name of a grade.</summary>
    public static string ChineseName(this CoordinationGrade grade) => Names[(int)grade];
}
