namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The share of an item in the index, 0–1; null where a version does not have the item.</summary>
public sealed record ShareChange(string Code, string Name, double? Before, double? After)
{
    public double By => (After ?? 0) - (Before ?? 0);
}
