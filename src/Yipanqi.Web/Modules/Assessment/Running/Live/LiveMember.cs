namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What ranking a peer group anew needs of each member.</summary>
internal readonly record struct LiveMember(int Position, Guid? PeerGroupId, double? Index, bool IsComparable, int Rank, int Ranked, int Place)
{
    public static LiveMember Of(OrganisationScore line) =>
        new(line.Position, line.PeerGroupId, line.IndexScore, line.IsComparable == true, line.Rank, line.Ranked, line.Place ?? 0);
}
