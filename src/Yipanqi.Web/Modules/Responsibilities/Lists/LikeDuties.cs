namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Which duties of one level ask for nearly the same: found by the pairs of neighbouring characters their wordings share.</summary>
public static class LikeDuties
{
    /// <summary>Shared pairs ÷ all pairs from which two wordings are shown as alike; a person decides.</summary>
    public const double Least = 0.6;

    public sealed record Pair(DutyFacts One, DutyFacts Other, double Share);

    /// <summary>Pairs within the list and between it and the others, most alike first.</summary>
    public static IReadOnlyList<Pair> Of(IReadOnlyList<DutyFacts> duties, IReadOnlyList<DutyFacts> others)
    {
        var own = duties.Select(d => (Duty: d, Pairs: PairsOf(d.Wording))).ToList();
        var all = own.Concat(others.Select(d => (Duty: d, Pairs: PairsOf(d.Wording)))).ToList();
        return [.. own.SelectMany((one, i) => all.Skip(i + 1).Where(o => o.Duty.Level == one.Duty.Level && o.Duty.Code != one.Duty.Code).Select(o => new Pair(one.Duty, o.Duty, Share(one.Pairs, o.Pairs))))
            .Where(p => p.Share >= Least).OrderByDescending(p => p.Share).ThenBy(p => p.One.Code, StringComparer.Ordinal)];
    }

    private static HashSet<string> PairsOf(string wording)
    {
        var text = string.Concat(wording.Where(char.IsLetterOrDigit));
        return [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2))];
    }

    private static double Share(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }
}
