using Yipanqi.Web.Access;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.Terms;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>A running term of every unit with its secretary and an approved change of its end, and the term before it: made up, one person would hold every post at once.</summary>
public sealed class TermSeed : Seed
{
    public override IReadOnlyList<Type> Covers => [typeof(CommitteeTerm), typeof(PartyPost)];

    public override Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant) => database.UnitOfWork.WriteAsync<bool>(
        tenant.Id,
        async db =>
        {
            var elected = ChinaTime.DayOf(clock.UtcNow).AddDays(-60);
            foreach (var number in tenant.Numbers)
            {
                var (unit, person, text) = (tenant.Unit(number), tenant.PersonAt(number).Id, tenant.CanaryOf(number).ToString());
                var (before, term) = (CommitteeTerm.Elect(unit, 1, elected.AddYears(-3), 3, 5), CommitteeTerm.Elect(unit, 2, elected, 3, 5));
                before.Reschedule(elected, text, text);
                before.Replace(elected);
                term.Reschedule(elected.AddYears(3).AddDays(30), text, text);
                var left = PartyPost.Take(before, person, PartyRole.Secretary, SeatKind.Elected, before.ElectedDay);
                left.End(elected);
                db.AddRange(before, term, left, PartyPost.Take(term, person, PartyRole.Secretary, SeatKind.Elected, elected));
            }

            await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", nameof(CommitteeTerm), null), default);
            return true;
        },
        default);
}
