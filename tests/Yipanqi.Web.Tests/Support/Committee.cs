using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Tests.Support;

/// <summary>
/// A small work committee for tests: 工委 with two Party committees (甲, 乙), two branches below 甲, and an administrative tree
/// (甲局 with one department, 乙局) linked to them.
/// </summary>
public sealed class Committee
{
    private Committee(Guid tenantId)
    {
        TenantId = tenantId;
        Root = Unit.New(tenantId, "GW", "示范工委", Track.Party, null);
        Organs = Unit.New(tenantId, "JG", "示范市直机关", Track.Administrative, null);
        First = Unit.New(tenantId, "P1", "甲局机关党委", Track.Party, Root);
        Second = Unit.New(tenantId, "P2", "乙局机关党委", Track.Party, Root);
        Branch = Unit.New(tenantId, "P1B1", "甲局第一党支部", Track.Party, First);
        OtherBranch = Unit.New(tenantId, "P1B2", "甲局第二党支部", Track.Party, First);
        FirstOrgan = Unit.New(tenantId, "A1", "甲局", Track.Administrative, Organs);
        SecondOrgan = Unit.New(tenantId, "A2", "乙局", Track.Administrative, Organs);
        Department = Unit.New(tenantId, "A1D1", "甲局一处", Track.Administrative, FirstOrgan);
    }

    public Guid TenantId { get; }

    public Unit Root { get; }

    public Unit Organs { get; }

    public Unit First { get; }

    public Unit Second { get; }

    public Unit Branch { get; }

    public Unit OtherBranch { get; }

    public Unit FirstOrgan { get; }

    public Unit SecondOrgan { get; }

    public Unit Department { get; }

    /// <summary>The person who may do everything over the whole committee.</summary>
    public Actor Lead => ActorAt(PostRole.WorkCommitteeLead, Root, Organs);

    /// <summary>A person of 甲局's Party committee: sees its own subtree on both sides.</summary>
    public Actor FirstOfficer => ActorAt(PostRole.PartyCommitteeOfficer, First, FirstOrgan);

    public Actor ActorAt(PostRole role, params Unit[] units) =>
        new(TenantId, LeadPersonId, "测试", "测试", units.Select(u => new Grant(u.Path, PostRoles.PermissionsOf(role))).ToList());

    public Guid LeadPersonId { get; private set; }

    public static Task<Committee> FoundAsync(TestDatabase database, TestClock clock, string account = "lead", string secret = "Yipanqi-2026") =>
        FoundAsync(database.UnitOfWork, clock, account, secret);

    public static async Task<Committee> FoundAsync(UnitOfWork unitOfWork, TestClock clock, string account = "lead", string secret = "Yipanqi-2026")
    {
        var committee = new Committee(Guid.CreateVersion7());
        await unitOfWork.WriteAsync<bool>(
            committee.TenantId,
            async db =>
            {
                committee.AddTo(db, account, secret, clock);
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.founded", nameof(Committee), null), default);
                return true;
            },
            default);
        return committee;
    }

    private void AddTo(YipanqiDb db, string accountName, string secret, TestClock clock)
    {
        db.Add(new Domain { Id = TenantId, Name = "示范工委", ShortName = "示范市直机关", CreatedUtc = clock.UtcNow });
        db.AddRange(Root, Organs, First, Second, Branch, OtherBranch, FirstOrgan, SecondOrgan, Department);
        db.AddRange(UnitLink.Between(Root, Organs), UnitLink.Between(First, FirstOrgan), UnitLink.Between(Second, SecondOrgan), UnitLink.Between(Branch, Department));
        var account = Account.New(TenantId, accountName, secret, new UpperInvariantLookupNormalizer(), new PasswordHasher<Account>());
        var person = Person.New(TenantId, "周明", account.Id);
        LeadPersonId = person.Id;
        db.AddRange(account, person, Post.New(person, Root, PostRole.WorkCommitteeLead, "负责人", new DateOnly(2026, 1, 1)));
    }
}
