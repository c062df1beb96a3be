using System.Text.Json;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>What the journal keeps of a proposal: one entry when it is made, one when it is decided, about the account or post concerned.</summary>
internal static class ProposalEntries
{
    public static Change Proposed(Proposal proposal) =>
        new(proposal.ProposedBy, proposal.ProposedUtc, "proposal.made", nameof(Proposal), proposal.Id, proposal.Reason, Detail(proposal));

    public static Change Withdrawn(Proposal proposal) =>
        new(proposal.DecidedBy, proposal.DecidedUtc!.Value, "proposal.withdrawn", nameof(Proposal), proposal.Id, "", Detail(proposal));

    public static Change Refused(Proposal proposal) =>
        new(proposal.DecidedBy, proposal.DecidedUtc!.Value, "proposal.refused", nameof(Proposal), proposal.Id, proposal.Answer, Detail(proposal));

    /// <param name="postId">The post that was granted or ended.</param>
    public static Change Approved(Proposal proposal, Guid? postId) => proposal.Kind switch
    {
        ProposalKind.OpenAccount => About(proposal, "account.opened", proposal.AccountId),
        ProposalKind.GrantPost => About(proposal, "post.granted", postId),
        ProposalKind.EndPost => About(proposal, "post.ended", postId),
        ProposalKind.ResetSecret => About(proposal, "account.secret-reset", proposal.AccountId),
        _ => About(proposal, "account.enabled", proposal.AccountId),
    };

    private static Change About(Proposal proposal, string action, Guid? subjectId) => new(
        proposal.DecidedBy, proposal.DecidedUtc!.Value, action, action.StartsWith("post.", StringComparison.Ordinal) ? nameof(Post) : nameof(Account), subjectId, proposal.Answer, Detail(proposal));

    private static string Detail(Proposal proposal) => JsonSerializer.Serialize(new
    {
        proposal = proposal.Id,
        kind = proposal.Kind.ToString(),
        account = proposal.AccountId,
        unit = proposal.UnitId,
        role = proposal.Role?.ToString(),
        from = proposal.FromDay,
        to = proposal.ToDay,
    });
}
