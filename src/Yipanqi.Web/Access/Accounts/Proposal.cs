using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// 授权申请: what the system administrator wants changed about an account or a post, and what the security administrator decided. Nothing of
/// it works before. The names stand in it, since a refused new account is taken away again.
/// </summary>
public sealed class Proposal : ITenantOwned, IVersioned
{
    public const int ReasonLength = 500;

    private Proposal()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public ProposalKind Kind { get; private set; }

    public ProposalStatus Status { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid AccountId { get; private set; }

    public string PersonName { get; private set; } = "";

    public string UserName { get; private set; } = "";

    /// <summary>The person was written down with this proposal, and goes with it where it is refused.</summary>
    public bool MakesPerson { get; private set; }

    /// <summary>The post to end.</summary>
    public Guid? PostId { get; private set; }

    public Guid? UnitId { get; private set; }

    public PostRole? Role { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly? FromDay { get; private set; }

    /// <summary>Last day of the post to end.</summary>
    public DateOnly? ToDay { get; private set; }

    /// <summary>Hash of the secret that was shown to the system administrator; forgotten once decided.</summary>
    public string? SecretHash { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid ProposedBy { get; private set; }

    public DateTime ProposedUtc { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedUtc { get; private set; }

    public string Answer { get; private set; } = "";

    public int Version { get; private set; }

    public static Proposal New(ProposalKind kind, Person person, Account account, Guid proposedBy, string reason, DateTime now) => new()
    {
        TenantId = person.TenantId,
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Kind = kind,
        Status = ProposalStatus.Open,
        PersonId = person.Id,
        AccountId = account.Id,
        PersonName = person.Name,
        UserName = account.UserName ?? "",
        Reason = reason,
        ProposedBy = proposedBy,
        ProposedUtc = now,
    };

    public Proposal WithPost(Unit unit, PostRole role, string title, DateOnly from)
    {
        (UnitId, Role, Title, FromDay) = (unit.Id, role, title, from);
        return this;
    }

    public Proposal WithEndOf(Post post, DateOnly lastDay)
    {
        (PostId, UnitId, Role, Title, FromDay, ToDay) = (post.Id, post.UnitId, post.Role, post.Title, post.FromDay, lastDay);
        return this;
    }

    public Proposal WithSecret(string hash)
    {
        SecretHash = hash;
        return this;
    }

    public Proposal WithNewPerson()
    {
        MakesPerson = true;
        return this;
    }

    /// <summary>Nobody decides about what they proposed or about themselves.</summary>
    public bool MayBeDecidedBy(Guid personId) => ProposedBy != personId && PersonId != personId;

    public void Decide(bool approve, Guid personId, string answer, DateTime now)
    {
        if (!MayBeDecidedBy(personId))
        {
            throw new InvalidOperationException("A proposal is decided by someone else than who made it or whom it is about.");
        }

        Close(approve ? ProposalStatus.Approved : ProposalStatus.Refused, personId, answer, now);
    }

    public void Withdraw(Guid personId, DateTime now) => Close(ProposalStatus.Withdrawn, personId, "", now);

    private void Close(ProposalStatus status, Guid personId, string answer, DateTime now)
    {
        if (Status != ProposalStatus.Open)
        {
            throw new InvalidOperationException($"A proposal that is {Status} is not decided again.");
        }

        (Status, DecidedBy, DecidedUtc, Answer, SecretHash) = (status, personId, now, answer, null);
    }
}
