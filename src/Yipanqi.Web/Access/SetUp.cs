using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Access;

/// <summary>The first set-up: with the one-time secret, founds the work committee, its two root units and its first person.</summary>
public sealed class SetUp(UnitOfWork unitOfWork, SetupSecret setupSecret, UserManager<Account> users, TimeProvider clock)
{
    public sealed record Input(string Secret, string CommitteeName, string ShortName, string PersonName, string UserName, string Password);

    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken cancellation)
    {
        var refusals = await CheckAsync(input);
        if (refusals.Count > 0)
        {
            return Outcome<Guid>.Refused(refusals);
        }

        var domainId = Guid.CreateVersion7();
        var outcome = await unitOfWork.WriteAsync<Guid>(domainId, db => FoundAsync(db, input, cancellation), cancellation);
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
            if (string.IsNullOrWhiteSpace(value))
            {
                refusals.Add(new Refusal("setup.required", field, message));
            }
        }

        if (!setupSecret.Matches(input.Secret))
        {
            refusals.Add(new Refusal("setup.secret", nameof(input.Secret), "初始化口令不对。它写在服务器数据目录的 setup-secret.txt 里，启动时也会显示一次。"));
        }

        Need(input.CommitteeName, nameof(input.CommitteeName), "请填写工委全称，如“中共示范市委市直属机关工作委员会”。");
        Need(input.ShortName, nameof(input.ShortName), "请填写平台上显示的简称，如“示范市直机关”。");
        Need(input.PersonName, nameof(input.PersonName), "请填写负责人姓名。");
        Need(input.UserName, nameof(input.UserName), "请填写账号。");
        refusals.AddRange(await SecretRules.CheckAsync(users, input.UserName, input.Password, nameof(input.Password)));
        return refusals;
    }

    private async Task<Outcome<Guid>> FoundAsync(YipanqiDb db, Input input, CancellationToken cancellation)
    {
        if (await db.Users.AnyAsync(cancellation))
        {
            return new Refusal("setup.done", "", "平台已经初始化过，请直接登录。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DayOf(now);
        db.Add(new Domain { Id = db.TenantId, Name = input.CommitteeName.Trim(), ShortName = input.ShortName.Trim(), CreatedUtc = now });
        var party = Unit.New(db.TenantId, "GW", input.CommitteeName.Trim(), Track.Party, null);
        var organs = Unit.New(db.TenantId, "JG", input.ShortName.Trim(), Track.Administrative, null);
        party.Describe(party.Name, input.ShortName.Trim() + "工委", "机关工委", 1, "");
        organs.Describe(organs.Name, organs.Name, "机关系统", 2, "");
        var account = Account.New(db.TenantId, input.UserName.Trim(), input.Password, users.KeyNormalizer, users.PasswordHasher);
        var person = Person.New(db.TenantId, input.PersonName.Trim(), account.Id);
        db.AddRange(party, organs, UnitLink.Between(party, organs), account, person, Post.New(person, party, PostRole.WorkCommitteeLead, "负责人", today));
        await db.SaveAsync(new Change(null, now, "domain.founded", nameof(Domain), db.TenantId), cancellation);
        return db.TenantId;
    }
}
