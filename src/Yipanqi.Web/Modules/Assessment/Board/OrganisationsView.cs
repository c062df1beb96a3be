namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A page of the list of organisations of one quarter.</summary>
/// <param name="Groups">Peer groups that can be picked.</param>
/// <param name="Total">How many fit the conditions; at most one more than <see cref="OrganisationsQuery.MostCounted"/>.</param>
public sealed record OrganisationsView(
    IReadOnlyList<QuarterChoice> Quarters, SnapshotHead Head, int OrganCount, int BranchCount, IReadOnlyList<(Guid? Id, string Name)> Groups,
    int Total, IReadOnlyList<BoardOrganisation> Rows);
