using Yipanqi.Web.Access;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A member of a branch who holds no seat in its committee yet. The others are made up.</summary>
public sealed class MemberSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [];

    /// <summary>Staff code of the member in tenant A.</summary>
    public static string Code => new Canary('A', SecurityTenant.Branch) + "-free";

    /// <summary>Name of the member in tenant A.</summary>
    public static string Name => "党员" + new Canary('A', SecurityTenant.Branch);

    public override Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant) => database.UnitOfWork.WriteAsync<bool>(
        tenant.Id,
        async db =>
        {
            var text = tenant.CanaryOf(SecurityTenant.Branch).ToString();
            var person = Person.New(tenant.Id, "党员" + text, null);
            var detail = PersonDetail.New(person, new PersonFacts(text + "-free", Gender.Unknown, null, PartyStatus.FullMember, null, null, null, false));
            var since = ChinaTime.DayOf(clock.UtcNow).AddYears(-5);
            db.AddRange(person, detail, Membership.Begin(detail, tenant.Unit(SecurityTenant.Branch).Id, since, MembershipKind.Registered, text));
            await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", nameof(Person), null), default);
            return true;
        },
        default);
}
