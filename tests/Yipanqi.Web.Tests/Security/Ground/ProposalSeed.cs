using Yipanqi.Web.Access;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Further posts for the lead, at every unit one in each state, that can be decided about: their account is there.</summary>
public sealed class ProposalSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [typeof(Proposal)];

    public override Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant) => database.UnitOfWork.WriteAsync<bool>(
        tenant.Id,
        async db =>
        {
            var (person, account) = tenant.People.First(p => p.Key.Role == PostRole.WorkCommitteeLead).Value;
            var (proposer, decider) = (PersonOf(PostRole.SystemAdministrator), PersonOf(PostRole.SecurityAdministrator));
            foreach (var number in tenant.Numbers)
            {
                foreach (var status in Enum.GetValues<ProposalStatus>())
                {
                    var text = tenant.CanaryOf(number).ToString();
                    var proposal = Proposal.New(ProposalKind.GrantPost, person, account, proposer, text, clock.UtcNow)
                        .WithPost(tenant.Unit(number), PostRole.Inspector, text, ChinaTime.DayOf(clock.UtcNow));
                    Close(proposal, status, proposer, decider, text, clock.UtcNow);
                    db.Add(proposal);
                }
            }

            await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", nameof(Proposal), null), default);
            return true;

            Guid PersonOf(PostRole role) => tenant.People.FirstOrDefault(p => p.Key.Role == role).Value.Person?.Id ?? Guid.CreateVersion7();
        },
        default);

    private static void Close(Proposal proposal, ProposalStatus status, Guid proposer, Guid decider, string text, DateTime now)
    {
        if (status == ProposalStatus.Withdrawn)
        {
            proposal.Withdraw(proposer, now);
        }
        else if (status != ProposalStatus.Open)
        {
            proposal.Decide(status == ProposalStatus.Approved, decider, text, now);
        }
    }
}
