namespace Yipanqi.Engine.CompositeIndex;

/// <summary>Ranks within peer groups (赛马比拼), by unrounded index.</summary>
public static class PeerRanking
{
    /// <summary>
    /// Competition rank of each organisation in its group; 0 where it has no index, no group, or lacks a track that is not
    /// applicable to it, and for all where fewer than 5 organisations of the group are left.
    /// </summary>
    /// <param name="result">The run.</param>
    /// <param name="groups">The peer groups of the run.</param>
    /// <param name="published">The index that is published of a row's scored one, where they differ by bonus and deduction items; null: the scored one.</param>
    public static int[] Ranks(SchemeResult result, PeerGroups groups, Func<int, double, double>? published = null)
    {
        var ranks = new int[result.Rows];
        for (var group = 0; group < groups.Count; group++)
        {
            var rows = Ranked(result, groups, group);
            var places = new int[rows.Length];
            Ranking.Competition(Array.ConvertAll(rows, row => published is null ? result.Index[row] : published(row, result.Index[row])), places);
            for (var i = 0; i < rows.Length; i++)
            {
                ranks[rows[i]] = places[i];
            }
        }

        return ranks;
    }

    /// <summary>Whether an organisation is ranked where its group has five such: it has an index, and both tracks apply to it.</summary>
    public static bool IsComparable(SchemeResult result, int row) =>
        !double.IsNaN(result.Index[row]) && (!result.HasTracks || HasBoth(result.Tracks[row]));

    /// <summary>Ranks and the number ranked with them, as long as no interval was drawn: both ends are 0 and nobody leads or lags.</summary>
    /// <param name="result">The run.</param>
    /// <param name="groups">The peer groups of the run.</param>
    /// <param name="published">As for <see cref="Ranks"/>.</param>
    public static RankInterval[] WithoutIntervals(SchemeResult result, PeerGroups groups, Func<int, double, double>? published = null)
    {
        var ranks = Ranks(result, groups, published);
        var intervals = new RankInterval[result.Rows];
        for (var group = 0; group < groups.Count; group++)
        {
            var rows = Ranked(result, groups, group);
            foreach (var row in rows)
            {
                intervals[row] = new(ranks[row], 0, 0, rows.Length, RankStanding.None);
            }
        }

        return intervals;
    }

    /// <summary>Rows of a group that are ranked, ascending; none where they are fewer than 5.</summary>
    internal static int[] Ranked(SchemeResult result, PeerGroups groups, int group)
    {
        var rows = groups.Rows(group).ToArray().Where(row => IsComparable(result, row)).ToArray();
        return rows.Length < PeerGroups.LeastSize ? [] : rows;
    }

    private static bool HasBoth(in TrackFigures tracks) => tracks.PartyState != NodeState.DroppedOut && tracks.BusinessState != NodeState.DroppedOut;
}
