using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access.Packs;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>
/// The first set-up: with the one-time secret, founds the work committee with what its template pack starts with, its two root units, its first person and the three administrators,
/// who get secrets to be changed at their first sign-in.
/// </summary>
public sealed class SetUp(UnitOfWork unitOfWork, SetupSecret setupSecret, UserManager<Account> users, TimeProvider clock)
{
    public sealed record Administrator(string Name, string UserName);

    public sealed record Input(
        string Secret, string Pack, string CommitteeName, string ShortName, string PersonName, string UserName, string Password, Administrator System, Administrator Security, Administrator Audit)
    {
        /// <summary>The three, with what stands before the names of their fields.</summary>
        internal IReadOnlyList<(PostRole Role, string Field, Administrator Administrator)> Administrators =>
            [(PostRole.SystemAdministrator, "System", System), (PostRole.SecurityAdministrator, "Security", Security), (PostRole.AuditAdministrator, "Audit", Audit)];
    }

    /// <summary>An administrator's secret, to be shown once.</summary>
    public sealed record Issued(string Name, PostRole Role, string UserName, string Secret);

    public async Task<Outcome<IReadOnlyList<Issued>>> RunAsync(Input input, CancellationToken cancellation)
    {
        var refusals = await CheckAsync(input);
        if (refusals.Count > 0)
        {
            return Outcome<IReadOnlyList<Issued>>.Refused(refusals);
        }

        var domainId = Guid.CreateVersion7();
        var outcome = await unitOfWork.WriteAsync<IReadOnlyList<Issued>>(domainId, db => FoundAsync(db, input, cancellation), cancellation);
        if (outcome.IsDone)
        {
            setupSecret.Close();
        }

        return outcome;
    }

    private async Task<List<Refusal>> CheckAsync(Input input)
    {
        var refusals = new List<Refusal>();
        void Need(string value, string field, string message)
        {
            if (value.Length == 0)
            {
                refusals.Add(new Refusal("setup.required", field, message));
            }
        }

        if (!setupSecret.Matches(input.Secret))
        {
            refusals.Add(new Refusal("setup.secret", nameof(input.Secret), "初始化口令不对。它写在服务器数据目录的 setup-secret.txt 里，启动时也会显示一次。"));
        }

        if (TemplatePacks.Find(input.Pack) is null)
        {
            refusals.Add(new Refusal("setup.pack", nameof(input.Pack), "请选择单位类型。"));
        }

        Need(input.CommitteeName, nameof(input.CommitteeName), "请填写党组织全称，如“中共示范市委市直属机关工作委员会”。");
        Need(input.ShortName, nameof(input.ShortName), "请填写平台上显示的简称，如“示范市直机关”。");
        Need(input.PersonName, nameof(input.PersonName), "请填写负责人姓名。");
        CheckNames(input, refusals);
        foreach (var (role, field, administrator) in input.Administrators)
        {
            Need(administrator.Name, field + "Name", $"请填写{PostRoles.NameOf(role)}的姓名。");
        }

        refusals.AddRange(await SecretRules.CheckAsync(users, input.UserName, input.Password, nameof(input.Password)));
        return refusals;
    }

    private void CheckNames(Input input, List<Refusal> refusals)
    {
        var taken = new HashSet<string?>();
        foreach (var (field, name) in input.Administrators.Select(a => (a.Field + "Account", a.Administrator.UserName)).Prepend((nameof(input.UserName), input.UserName)))
        {
            if ((AccountName.Fault(name) ?? (taken.Add(users.NormalizeName(name)) ? null : AccountName.Taken)) is { } fault)
            {
                refusals.Add(new Refusal("account.name", field, fault));
            }
        }
    }

    private async Task<Outcome<IReadOnlyList<Issued>>> FoundAsync(YipanqiDb db, Input input, CancellationToken cancellation)
    {
        if (await db.Users.AnyAsync(cancellation))
        {
            return new Refusal("setup.done", "", "平台已经初始化过，请直接登录。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DayOf(now);
        var pack = TemplatePacks.Of(input.Pack);
        db.Add(new Domain { Id = db.TenantId, Name = input.CommitteeName, ShortName = input.ShortName, Pack = pack.Code, CreatedUtc = now });
        var party = Root(db, pack.Party, Track.Party, input.CommitteeName, input.ShortName, 1);
        db.AddRange(party, UnitLink.Between(party, Root(db, pack.Administrative, Track.Administrative, input.ShortName, input.ShortName, 2)));
        db.AddRange(pack.PeerGroups.Select((name, i) => PeerGroup.New(db.TenantId, name, i + 1)));
        AddPerson(db, input.PersonName, input.UserName, input.Password, PostRole.WorkCommitteeLead, "负责人", party, today).Enable(now);
        var issued = new List<Issued>();
        foreach (var (role, _, administrator) in input.Administrators)
        {
            var secret = OneTimeSecret.New();
            var account = AddPerson(db, administrator.Name, administrator.UserName, secret, role, PostRoles.NameOf(role), party, today);
            account.AwaitApproval();
            account.Enable(now);
            issued.Add(new Issued(administrator.Name, role, administrator.UserName, secret));
        }

        await db.SaveAsync(new Change(null, now, "domain.founded", nameof(Domain), db.TenantId), cancellation);
        return issued;
    }

    private static Unit Root(YipanqiDb db, RootUnit root, Track track, string name, string shortName, int order)
    {
        var unit = Unit.New(db.TenantId, root.Code, name, track, null);
        unit.Describe(name, shortName + root.Short, root.Kind, order, "");
        db.Add(unit);
        return unit;
    }

    private Account AddPerson(YipanqiDb db, string name, string userName, string secret, PostRole role, string title, Unit unit, DateOnly from)
    {
        var account = Account.New(db.TenantId, userName, secret, users.KeyNormalizer, users.PasswordHasher);
        var person = Person.New(db.TenantId, name, account.Id);
        db.AddRange(account, person, Post.New(person, unit, role, title, from));
        return account;
    }
}
