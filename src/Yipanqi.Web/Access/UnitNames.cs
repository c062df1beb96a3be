using System.Text.RegularExpressions;

namespace Yipanqi.Web.Access;

/// <summary>What people call a unit among themselves.</summary>
public static partial class UnitNames
{
    /// <summary>The name without the place and the body before it (市委组织部: 组织部); null where nothing stands before it.</summary>
    public static string? Own(string name) => Before().Match(name) is { Length: > 0 } before ? name[before.Length..] : null;

    // 市场监管局 and 市政公用局 begin with no place.
    [GeneratedRegex(@"^(?:中共)?(?:\p{L}{0,4}?[省市县区州旗盟](?!场|域|政(?!府|协)))?(?:委|政府|人大|政协)?(?=\p{L}{2})")]
    private static partial Regex Before();
}
