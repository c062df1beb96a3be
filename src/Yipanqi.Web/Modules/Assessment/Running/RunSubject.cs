namespace Yipanqi.Web.Modules.Assessment;

/// <summary>An assessed organisation as it is at the time of a run.</summary>
/// <param name="Tier">How many assessed organisations stand above it.</param>
/// <param name="ScopePath">Where it stands now: who may see it. No part of the result.</param>
public sealed record RunSubject(Guid UnitId, string Code, string ShortName, string Path, int Tier, Guid? PeerGroupId, string ScopePath)
{
    /// <summary>Rank in the same peer group in the previous published quarter; shown beside the new one, no part of the run.</summary>
    public int? PreviousRank { get; init; }

    public static RunSubject Of(OrganisationScore line) =>
        new(line.UnitId, line.Code, line.ShortName, line.Path, line.Tier, line.PeerGroupId, line.ScopePath) { PreviousRank = line.PreviousRank };
}
