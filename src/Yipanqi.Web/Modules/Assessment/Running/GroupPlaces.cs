namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Places in the list of each peer group, from 1: by rank, then index, then code; the unranked last.</summary>
internal static class GroupPlaces
{
    /// <param name="lines">By position, that is by code.</param>
    /// <param name="groups">Peer group of each position; −1 for none, which is a list of its own.</param>
    public static int[] Of(IReadOnlyList<ScoreLine> lines, int[] groups)
    {
        var places = new int[lines.Count];
        foreach (var group in Enumerable.Range(0, lines.Count).GroupBy(p => groups[p]))
        {
            var place = 0;
            foreach (var position in group.OrderBy(p => lines[p].Rank == 0).ThenBy(p => lines[p].Rank).ThenByDescending(p => lines[p].Index).ThenBy(p => p))
            {
                places[position] = ++place;
            }
        }

        return places;
    }
}
