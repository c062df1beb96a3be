using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.Peers;

/// <summary>A peer group with its rule and how many units it has.</summary>
/// <param name="Assessed">Assessed units of the whole tenant: what ranking counts.</param>
public sealed record PeerGroupLine(Guid Id, string Name, string KindWords, int? LeastMembers, int? MostMembers, string Basis, int Version, int Assessed)
{
    public bool IsRanked => Assessed >= PeerGroup.LeastRanked;
}
