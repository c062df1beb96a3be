namespace Yipanqi.Web.Access;

/// <summary>One account's page: how it stands, the person's posts, what is proposed and what was decided.</summary>
public sealed record AccountView(AccountLine Account, DateTime? SecretChangedUtc, bool MustChangeSecret, IReadOnlyList<PostLine> Posts, IReadOnlyList<ProposalLine> Proposals);
