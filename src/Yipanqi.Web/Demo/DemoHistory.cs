using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.Organisations.History;
using Yipanqi.Web.Modules.Organisations.People;
using Yipanqi.Web.Modules.Organisations.Temporary;

namespace Yipanqi.Web.Demo;

/// <summary>What happened to units of the demo: a renaming, a move, a merger, a closing, and two temporary organisations, one past its time. Documents are fictional.</summary>
public sealed class DemoHistory(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people)
{
    private const int ReportedAfterDays = 30;

    private readonly DemoClock clock = new();
    private readonly IUnitMatters[] matters = [new AssessmentMatters()];

    public async Task AddAsync(CancellationToken cancellation)
    {
        clock.SetDay(DemoMembers.Day);
        var organ = units.Organs.Last(o => o.Branches.Count >= 5);
        var (branch, departments) = (organ.Branches[1].Branch, organ.Branches.Select(b => b.Department).ToList());
        Done(await new RenameUnit(unitOfWork, matters, clock).RunAsync(
            people.Lead, new(branch.Id, await BasisAsync(branch, 8, "示机工组〔2026〕38 号", cancellation), $"{organ.Name}机关综合党支部", $"综合支部 · {organ.Name}", branch.Kind), cancellation));
        Done(await new MergeUnits(unitOfWork, matters, clock).RunAsync(
            people.Lead, new(departments[4].Id, await BasisAsync(departments[4], 8, "示编办〔2026〕15 号", cancellation), Picked.Of(departments[3].Code)), cancellation));
        Done(await new CloseUnit(unitOfWork, matters, clock).RunAsync(
            people.Lead, new(departments[2].Id, await BasisAsync(departments[2], 9, "示编办〔2026〕15 号", cancellation), Picked.Of(departments[0].Code)), cancellation));
        Done(await new MoveUnit(unitOfWork, matters, clock).RunAsync(
            people.Lead, new(departments[3].Id, await BasisAsync(departments[3], 9, "示编办〔2026〕16 号", cancellation), Picked.Of(departments[0].Code)), cancellation));
        await FoundAsync("审计局", "外出审计组临时党支部", "赴县区开展专项审计，外出三个月。", new(2026, 9, 1), new(2026, 11, 30), "进点 4 个单位，发现问题 11 个，已向被审单位交办。组织学习三次，党员带头的小组全部按期交底稿。", cancellation);
        await FoundAsync("住房城乡建设局", "老旧小区改造专班临时党支部", "老旧小区改造专班，跨处室集中办公。", new(2026, 3, 2), new(2026, 9, 30), "开工小区 36 个，完工 9 个。党员包楼栋收集意见 214 条，办结 180 条。", cancellation);
    }

    private async Task FoundAsync(string organName, string name, string purpose, DateOnly from, DateOnly until, string report, CancellationToken cancellation)
    {
        var organ = units.Organs.Single(o => o.Name == organName);
        var branch = organ.Branches[0].Branch.Id;
        var members = await unitOfWork.ReadAsync(
            units.TenantId,
            db => db.Set<PersonDetail>().Where(d => d.BranchId == branch && d.Status == PartyStatus.FullMember).OrderBy(d => d.StaffCode).Select(d => d.PersonId).Take(4).ToListAsync(cancellation),
            cancellation);
        var scope = new PeopleScope([new MemberPlaces()], clock);
        var id = Done(await new FoundTemporary(unitOfWork, scope, clock).RunAsync(
            people.Lead, new(organ.Party.Id, name, purpose, "示机工组〔2026〕20 号", DayText.Write(from), DayText.Write(until), Picked.Of(members[0].ToString())), cancellation));
        foreach (var (person, at) in members.Skip(1).Select((p, at) => (p, at)))
        {
            var role = at == 0 ? TemporaryRole.CommitteeMember : TemporaryRole.Member;
            Done(await new JoinTemporary(unitOfWork, scope, clock).RunAsync(people.Lead, new(id, Picked.Of(person.ToString()), role, DayText.Write(from)), cancellation));
        }

        var secretary = new Actor(units.TenantId, members[0], "", "", []);
        Done(await new ReportTemporary(unitOfWork, clock).RunAsync(secretary, new(id, DayText.Write(from.AddDays(ReportedAfterDays)), report), cancellation));
    }

    private async Task<UnitChangeBasis> BasisAsync(Unit unit, int day, string document, CancellationToken cancellation)
    {
        var version = await unitOfWork.ReadAsync(units.TenantId, db => db.Set<Unit>().Where(u => u.Id == unit.Id).Select(u => u.Version).SingleAsync(cancellation), cancellation);
        return new(version, DayText.Write(new DateOnly(2026, 10, day)), document, "");
    }

    private static T Done<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusals[0].Message);
}
