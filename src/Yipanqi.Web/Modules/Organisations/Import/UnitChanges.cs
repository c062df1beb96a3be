namespace Yipanqi.Web.Modules.Organisations.Import;

/// <summary>What a row changes in a unit that is known, told as old → new.</summary>
internal static class UnitChanges
{
    private const int ShownCharacters = 30;

    public static void Compare(UnitPlan plan, PlannedUnit unit)
    {
        if (unit.Existing is not { } known)
        {
            return;
        }

        Add("名称", known.Name, unit.Name);
        Add("简称", known.ShortName, unit.ShortName);
        Add("类别", known.Kind, unit.Kind);
        Add("排序", $"{known.SortOrder}", $"{unit.SortOrder}");
        Add("同类组", plan.Groups.NameOf(known.PeerGroupId), unit.PeerGroup);
        Add("参加考评", known.IsAssessed ? "是" : "否", unit.IsAssessed ? "是" : "否");
        Add("备注", known.Note, unit.Note);
        if (unit.Links is { } links)
        {
            Add("对应行政单位", string.Join("、", plan.Known.LinksOf(known)), string.Join("、", links));
        }

        void Add(string label, string before, string after)
        {
            if (before != after)
            {
                unit.Changes.Add($"{label} {Short(before)} → {Short(after)}");
            }
        }
    }

    private static string Short(string text) => text.Length == 0 ? "（空）" : text.Length > ShownCharacters ? text[..ShownCharacters] + "…" : text;
}
