namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Places in the list of each peer group, from 1: by rank, then index, then code; the unranked last.</summary>
internal static class GroupPlaces
{
    public static int[] Of(IReadOnlyList<ScoreLine> lines, int[] groups)
    {
        var places = new int[lines.Count];
        foreach (var group in Enumerable.Range(0, lines.Count).GroupBy(p => groups[p]))
        {
            var members = group.ToList();
            var own = Of([.. members.Select(p => (lines[p].Rank, lines[p].Index))]);
            for (var i = 0; i < own.Length; i++)
            {
                places[members[i]] = own[i];
            }
        }

        return places;
    }

    /// <summary>Places in one list.</summary>
    /// <param name="members">In the order of their codes.</param>
    public static int[] Of(IReadOnlyList<(int Rank, double? Index)> members)
    {
        var places = new int[members.Count];
        var place = 0;
        foreach (var at in Enumerable.Range(0, members.Count)
            .OrderBy(i => members[i].Rank == 0).ThenBy(i => members[i].Rank).ThenByDescending(i => members[i].Index).ThenBy(i => i))
        {
            places[at] = ++place;
        }

        return places;
    }
}
