using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Access;

/// <summary>Makes an account for a person, known or new, and proposes their first post. The account opens once both are approved.</summary>
public sealed class ProposeAccount(UnitOfWork unitOfWork, UserManager<Account> users, TimeProvider clock)
{
    /// <param name="PersonId">A person without account; null for one to be written down as <paramref name="PersonName"/>.</param>
    public sealed record Input(Guid? PersonId, string PersonName, string UserName, ProposedPost Post, string Reason);

    public sealed record Made(Guid AccountId, string PersonName, string UserName, string Secret);

    public async Task<Outcome<Made>> RunAsync(Actor actor, Input input, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync<Made>(actor.TenantId, db => SaveAsync(db, actor, input, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            // The name is unique over the deployment: another domain took it between looking and saving.
            return new Refusal("account.name", nameof(input.UserName), AccountName.Taken);
        }
    }

    private async Task<Outcome<Made>> SaveAsync(YipanqiDb db, Actor actor, Input input, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageAccounts))
        {
            return AccountAccess.Forbidden;
        }

        await db.LockAccessAsync(cancellation);
        var person = input.PersonId is { } id ? await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancellation) : null;
        var refusals = await CheckAsync(db, actor, input, person, cancellation);
        var (unit, postRefusals) = await input.Post.CheckAsync(db, actor, person, cancellation);
        refusals.AddRange(postRefusals);
        if (AccountAccess.ReasonFault(input.Reason, nameof(input.Reason)) is { } unreasoned)
        {
            refusals.Add(unreasoned);
        }

        if (refusals.Count > 0)
        {
            return Outcome<Made>.Refused(refusals);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var secret = OneTimeSecret.New();
        var account = Account.New(db.TenantId, input.UserName, secret, users.KeyNormalizer, users.PasswordHasher);
        account.AwaitApproval();
        var isNew = person is null;
        person ??= Person.New(db.TenantId, input.PersonName, null);
        person.TakeAccount(account.Id);
        var proposal = Proposal.New(ProposalKind.OpenAccount, person, account, actor.PersonId, input.Reason, now).WithPost(unit!, input.Post.Role!.Value, input.Post.Title, input.Post.FromDay!.Value);
        db.Add(account);
        db.Add(isNew ? proposal.WithNewPerson() : proposal);
        if (isNew)
        {
            db.Add(person);
        }

        await db.SaveAsync(ProposalEntries.Proposed(proposal), cancellation);
        return new Made(account.Id, person.Name, input.UserName, secret);
    }

    private async Task<List<Refusal>> CheckAsync(YipanqiDb db, Actor actor, Input input, Person? person, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (input.PersonId is not null && (person is null || person.AccountId is not null || person.Id == actor.PersonId))
        {
            refusals.Add(new Refusal("account.person", "", person?.AccountId is null ? "没有这个人，请重新查找。" : "这个人已有账号，请在账号页上办理。"));
        }
        else if (input.PersonId is null && input.PersonName.Length is 0 or > 60)
        {
            refusals.Add(new Refusal("account.person", nameof(input.PersonName), "请填写姓名，最多 60 字。"));
        }

        var name = users.NormalizeName(input.UserName);
        if (AccountName.Fault(input.UserName) is { } fault)
        {
            refusals.Add(new Refusal("account.name", nameof(input.UserName), fault));
        }
        else if (await db.Users.AnyAsync(a => a.NormalizedUserName == name, cancellation))
        {
            refusals.Add(new Refusal("account.name", nameof(input.UserName), AccountName.Taken));
        }

        return refusals;
    }
}
