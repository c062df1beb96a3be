using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>One account, for the administrators.</summary>
public sealed class AccountQuery(UnitOfWork unitOfWork, AccountsQuery accounts)
{
    private const int ShownProposals = 20;

    /// <summary>Null for an account that is not there, or of another tenant.</summary>
    public Task<AccountView?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db => actor.CanAny(AccountsQuery.Readers) ? await LoadAsync(db, id, cancellation) : null,
        cancellation);

    private async Task<AccountView?> LoadAsync(YipanqiDb db, Guid id, CancellationToken cancellation)
    {
        var found = db.Users.Where(a => a.Id == id && a.DomainId == db.TenantId);
        var line = (await accounts.WithPostsAsync(db, await AccountsQuery.Lines(db, found).ToListAsync(cancellation), cancellation)).SingleOrDefault();
        if (line is null)
        {
            return null;
        }

        var secret = await found.Select(a => new { a.SecretChangedUtc, a.MustChangeSecret }).SingleAsync(cancellation);
        var posts = await PostsQuery.Lines(db, db.Set<Post>().Where(p => p.PersonId == line.PersonId).OrderBy(p => p.ToDay != null).ThenByDescending(p => p.FromDay)).ToListAsync(cancellation);
        var proposals = await ProposalsQuery.Lines(db, db.Set<Proposal>().Where(p => p.AccountId == id).OrderByDescending(p => p.ProposedUtc).Take(ShownProposals)).ToListAsync(cancellation);
        return new AccountView(line, secret.SecretChangedUtc, secret.MustChangeSecret, posts, proposals);
    }
}
