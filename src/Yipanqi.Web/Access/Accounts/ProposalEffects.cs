using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>
/// Puts approved proposals into effect, all of one decision together: everything they are about is read at once, and each is judged after
/// those before it, so that two proposals approved in one go are held against each other too.
/// </summary>
internal sealed class ProposalEffects
{
    private readonly YipanqiDb db;
    private readonly DateTime now;
    private readonly List<Guid> ending = [];
    private Dictionary<Guid, Account> accounts = [];
    private Dictionary<Guid, Person> people = [];
    private Dictionary<Guid, Unit> units = [];
    private List<Post> posts = [];

    private ProposalEffects(YipanqiDb db, DateTime now) => (this.db, this.now) = (db, now);

    public static async Task<ProposalEffects> LoadAsync(YipanqiDb db, IReadOnlyList<Proposal> proposals, DateTime now, CancellationToken cancellation)
    {
        var accountIds = proposals.Select(p => p.AccountId).Distinct().ToList();
        var personIds = proposals.Select(p => p.PersonId).Distinct().ToList();
        var unitIds = proposals.Where(p => p.UnitId is not null).Select(p => p.UnitId!.Value).Distinct().ToList();
        return new ProposalEffects(db, now)
        {
            accounts = await db.Users.Where(a => a.DomainId == db.TenantId && accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation),
            people = await db.Set<Person>().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation),
            units = await db.Set<Unit>().Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellation),
            posts = await db.Set<Post>().Where(p => personIds.Contains(p.PersonId)).ToListAsync(cancellation),
        };
    }

    /// <summary>A new account that was refused or withdrawn goes, and the person written down with it.</summary>
    public static async Task TakeAwayAsync(YipanqiDb db, IReadOnlyList<Proposal> proposals, CancellationToken cancellation)
    {
        var opening = proposals.Where(p => p.Kind == ProposalKind.OpenAccount).ToList();
        var accountIds = opening.Select(p => p.AccountId).ToList();
        var made = opening.Where(p => p.MakesPerson).Select(p => p.PersonId).ToHashSet();
        db.RemoveRange(await db.Users.Where(a => a.DomainId == db.TenantId && a.Pending && accountIds.Contains(a.Id)).ToListAsync(cancellation));
        foreach (var person in await db.Set<Person>().Where(p => p.AccountId != null && accountIds.Contains(p.AccountId.Value)).ToListAsync(cancellation))
        {
            person.LeaveAccount();
            if (made.Contains(person.Id))
            {
                db.Remove(person);
            }
        }
    }

    /// <summary>Does what the proposal asks for; answers the post concerned, or why it cannot be done.</summary>
    public async Task<(Guid? PostId, string? Fault)> ApplyAsync(Proposal proposal, CancellationToken cancellation)
    {
        if (!accounts.TryGetValue(proposal.AccountId, out var account) || !people.TryGetValue(proposal.PersonId, out var person))
        {
            return (null, $"“{proposal.PersonName}”的账号已不在，请退回这项申请。");
        }

        switch (proposal.Kind)
        {
            case ProposalKind.OpenAccount:
                account.Enable(now);
                return Grant(proposal, person);
            case ProposalKind.GrantPost:
                return Grant(proposal, person);
            case ProposalKind.EndPost:
                return await EndAsync(proposal, cancellation);
            case ProposalKind.ResetSecret:
                account.IssueSecret(proposal.SecretHash!);
                return (null, null);
            default:
                account.Enable(now);
                return (null, null);
        }
    }

    private (Guid? PostId, string? Fault) Grant(Proposal proposal, Person person)
    {
        var unit = units[proposal.UnitId!.Value];
        if (unit.ClosedDay is not null)
        {
            return (null, $"“{unit.Name}”已经撤销，请退回这项申请。");
        }

        var fault = SeparationOfDuties.Check(posts.Where(p => p.PersonId == person.Id), unit, proposal.Role!.Value, proposal.FromDay!.Value);
        if (fault != SeparationFault.None)
        {
            return (null, SeparationOfDuties.Words(fault, person.Name));
        }

        var post = Post.New(person, unit, proposal.Role!.Value, proposal.Title, proposal.FromDay!.Value);
        posts.Add(post);
        db.Add(post);
        return (post.Id, null);
    }

    private async Task<(Guid? PostId, string? Fault)> EndAsync(Proposal proposal, CancellationToken cancellation)
    {
        var post = posts.Find(p => p.Id == proposal.PostId);
        if (post is null || post.ToDay is not null)
        {
            return (null, $"“{proposal.PersonName}”的这项职务已经结束，请退回这项申请。");
        }

        if (PostRoles.IsAdministrator(post.Role) && !await db.IsReplaceableAsync(post.Role, post.PersonId, ending, ChinaTime.DayOf(now), cancellation))
        {
            return (null, AccountAccess.LastOne(post.Role).Message);
        }

        ending.Add(post.Id);
        post.EndWith(proposal.ToDay!.Value);
        return (post.Id, null);
    }
}
