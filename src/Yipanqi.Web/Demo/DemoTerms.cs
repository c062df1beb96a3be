using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Structure;
using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Demo;

/// <summary>Committees for the made-up branches and Party committees: most within their term, some due, overdue or without a secretary.</summary>
public sealed class DemoTerms(SeededRandom random, DemoUnits units)
{
    private const double LateShare = .04;
    private const double VacantShare = .015;
    private const double UnrecordedShare = .01;
    private const int CommitteeSeats = 7;

    private static readonly PartyRole[] Roles =
        [PartyRole.Secretary, PartyRole.DeputySecretary, PartyRole.Organisation, PartyRole.Publicity, PartyRole.Discipline, PartyRole.Member, PartyRole.Member];

    public IEnumerable<object> Make(Dictionary<Guid, List<PersonDetail>> members)
    {
        var rows = new List<object>();
        foreach (var organ in units.Organs)
        {
            var own = organ.Branches.SelectMany(b => members[b.Branch.Id].Take(2)).ToList();
            Elect(rows, organ.Party, own, CommitteeSeats, CommitteeSeats);
            foreach (var (branch, _) in organ.Branches)
            {
                var full = members[branch.Id].Where(m => m.Status == PartyStatus.FullMember).ToList();
                Elect(rows, branch, full, BranchSeats(full.Count), null);
            }
        }

        return rows;
    }

    // 正式党员 7 人以上的支部设委员会 3 至 5 人，不足 7 人的设书记 1 名。
    private static int BranchSeats(int full) => full < StructureRules.Current.Rules.CommitteeFrom.Value ? 1 : full < 15 ? 3 : 5;

    private void Elect(List<object> rows, Unit unit, List<PersonDetail> people, int count, int? seats)
    {
        if (random.NextDouble() < UnrecordedShare)
        {
            return;
        }

        var years = StructureRules.Current.TermOf(unit.Kind).Value;
        var late = random.NextDouble() < LateShare;
        var daysAgo = late ? (years * 366) + (int)(random.NextDouble() * 400) : (int)(random.NextDouble() * years * 360);
        var elected = DemoMembers.Day.AddDays(-daysAgo - 5);
        var number = 2 + (int)(random.NextDouble() * 9);
        var before = CommitteeTerm.Elect(unit, number - 1, elected.AddYears(-years), years, seats);
        before.Replace(elected);
        var term = CommitteeTerm.Elect(unit, number, elected, years, seats);
        if (late && random.NextDouble() < .3)
        {
            term.Reschedule(term.RegularDueDay.AddMonths(12), "市直机关工委", "示机工组〔2026〕12 号");
        }

        rows.AddRange([before, term]);
        var vacant = random.NextDouble() < VacantShare;
        for (var i = 0; i < Math.Min(count, people.Count); i++)
        {
            var role = count == 3 && i > 0 ? Roles[i + 1] : Roles[i];
            var post = PartyPost.Take(term, people[i].PersonId, role, SeatKind.Elected, elected);
            if (vacant && i == 0)
            {
                post.End(DemoMembers.Day.AddDays(-Math.Min(daysAgo, 40)));
            }

            rows.Add(post);
        }
    }
}
