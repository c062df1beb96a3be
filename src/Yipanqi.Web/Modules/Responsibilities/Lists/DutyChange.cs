namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>One duty in two versions of a list; null where a version does not have it.</summary>
/// <param name="Fields">Labels of the fields that differ, each with what it was and is.</param>
public sealed record DutyChange(string Code, DutyFacts? Before, DutyFacts? After, IReadOnlyList<(string Label, string Before, string After)> Fields)
{
    /// <summary>Duties that were added, taken away or changed, in the order of the newer version.</summary>
    public static IReadOnlyList<DutyChange> Between(IReadOnlyList<DutyFacts> before, IReadOnlyList<DutyFacts> after)
    {
        var (old, now) = (before.ToDictionary(d => d.Code), after.ToDictionary(d => d.Code));
        var codes = after.Select(d => d.Code).Concat(before.Select(d => d.Code).Where(c => !now.ContainsKey(c)));
        return [.. codes.Where(c => old.GetValueOrDefault(c) != now.GetValueOrDefault(c)).Select(c => Of(c, old.GetValueOrDefault(c), now.GetValueOrDefault(c)))];
    }

    private static DutyChange Of(string code, DutyFacts? before, DutyFacts? after)
    {
        if (before is null || after is null)
        {
            return new DutyChange(code, before, after, []);
        }

        var (was, becomes) = (DutyText.Write(before), DutyText.Write(after));
        return new DutyChange(code, before, after, [.. DutyText.Fields.Where(f => was[f.Field] != becomes[f.Field]).Select(f => (f.Label, was[f.Field], becomes[f.Field]))]);
    }
}
