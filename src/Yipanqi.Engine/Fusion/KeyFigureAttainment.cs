namespace Yipanqi.Engine.Fusion;

/// <summary>How far a key figure (KPI) of a task is reached: what item E1.3 of the default scheme is the mean of.</summary>
public static class KeyFigureAttainment
{
    /// <summary>The most that counts: what goes far beyond one target does not make up for others that are missed.</summary>
    public const double Most = 1.2;

    /// <summary>
    /// <c>min(actual ÷ target, 1.2)</c>, of a cost figure <c>min(target ÷ actual, 1.2)</c>, never below 0. Where the divisor is 0 or below no quotient says
    /// anything: then 1 where the target is met, else 0.
    /// </summary>
    /// <param name="actual">Last value known, in the unit of the target; null where none was told, which counts 0.</param>
    /// <param name="target">What is to be reached.</param>
    /// <param name="isCost">Whether less is better.</param>
    /// <returns>0 to 1.2.</returns>
    public static double Of(double? actual, double target, bool isCost)
    {
        if (actual is not { } reached)
        {
            return 0;
        }

        var (dividend, divisor) = isCost ? (target, reached) : (reached, target);
        return divisor > 0 ? Math.Clamp(dividend / divisor, 0, Most) : IsMet(reached, target, isCost) ? 1 : 0;
    }

    /// <summary>Whether the target itself is reached.</summary>
    public static bool IsMet(double actual, double target, bool isCost) => isCost ? actual <= target : actual >= target;
}
