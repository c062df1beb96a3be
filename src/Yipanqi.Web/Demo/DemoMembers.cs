using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Demo;

/// <summary>
/// Six thousand made-up people: members in every branch, staff without membership in the departments, some branches that do not agree with the
/// rules. The same seed makes the same people; telephone numbers begin with 100, which no real one does.
/// </summary>
public sealed class DemoMembers(UnitOfWork unitOfWork, IDataProtectionProvider protection, DemoUnits units, DemoPeople accounts)
{
    public const int PeopleCount = 6_000;

    /// <summary>The day the made-up register stands at.</summary>
    public static readonly DateOnly Day = new(2026, 10, 12);

    private const ulong Seed = 20210701;
    private const int TooFew = 2;
    private const int TooMany = 54;
    private const double ProbationaryShare = .03;
    private const double KeyPostShare = .05;
    private readonly SeededRandom random = new(Seed);
    private readonly PersonalSeal seal = new(protection);

    public Task AddAsync(CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        units.TenantId,
        async db =>
        {
            var numbers = await seal.ForWritingAsync(db, cancellation);
            var names = new DemoNames(random);
            var known = await KnownAsync(db, cancellation);
            var members = AddMembers(db, names, numbers, known);
            AddStaff(db, names, numbers, PeopleCount - members.Values.Sum(m => m.Count));
            db.AddRange(new DemoTerms(random, units).Make(members));
            var detail = $"{{\"count\":{PeopleCount}}}";
            await db.SaveAsync(new Change(null, Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), "person.imported", nameof(Person), null, "", detail), cancellation);
            return true;
        },
        cancellation);

    // The people who have accounts, with the branch they are put in: that of their post, else the first below it.
    private async Task<ILookup<Guid, Person>> KnownAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var held = await (
            from person in db.Set<Person>()
            where person.AccountId != null
            join post in db.Set<Post>() on new { person.TenantId, person.Id } equals new { post.TenantId, Id = post.PersonId }
            join unit in db.Set<Unit>() on new { post.TenantId, Id = post.UnitId } equals new { unit.TenantId, unit.Id }
            select new { Person = person, unit.Path }).ToListAsync(cancellation);
        var branches = units.Organs.SelectMany(o => o.Branches.Select(b => b.Branch)).ToList();
        return held.DistinctBy(h => h.Person.Id).OrderBy(h => h.Person.Name, StringComparer.Ordinal)
            .ToLookup(h => (branches.Find(b => b.Path.StartsWith(h.Path, StringComparison.Ordinal)) ?? branches[0]).Id, h => h.Person);
    }

    private Dictionary<Guid, List<PersonDetail>> AddMembers(YipanqiDb db, DemoNames names, NumberSeal numbers, ILookup<Guid, Person> known)
    {
        var all = new Dictionary<Guid, List<PersonDetail>>();
        foreach (var organ in units.Organs)
        {
            foreach (var (branch, department) in organ.Branches)
            {
                var people = new Queue<Person>(known[branch.Id]);
                var size = Math.Max(SizeOf(branch, all.Count), people.Count);
                var members = all[branch.Id] = [];
                for (var i = 1; i <= size; i++)
                {
                    if (!people.TryDequeue(out var person))
                    {
                        db.Add(person = Person.New(units.TenantId, names.Next(), accounts.AccountOf(branch, i)));
                        if (person.AccountId is not null)
                        {
                            db.Add(accounts.PostOf(person));
                        }
                    }

                    members.Add(AddMember(db, person, $"{branch.Code}-{i:00}", branch, department, numbers, firstOnes: i <= 7));
                }
            }
        }

        return all;
    }

    private PersonDetail AddMember(YipanqiDb db, Person person, string code, Unit branch, Unit department, NumberSeal numbers, bool firstOnes)
    {
        var birth = new DateOnly(1966 + Roll(34), 1 + Roll(12), 1);
        var probationary = !firstOnes && random.NextDouble() < ProbationaryShare;
        var joined = probationary ? Day.AddDays(-Roll(330) - 20) : Earlier(birth.AddYears(22).AddDays(Roll(3_000)), Day.AddYears(-2));
        var facts = new PersonFacts(
            code, (Gender)(1 + Roll(2)), birth, probationary ? PartyStatus.ProbationaryMember : PartyStatus.FullMember, joined, probationary ? null : joined.AddYears(1),
            department.Id, random.NextDouble() < KeyPostShare);
        var detail = PersonDetail.New(person, facts);
        detail.SetPhone(numbers.Phone(Phone()));
        db.Add(detail);
        var from = Later(joined, Day.AddDays(-Roll(1_800) - (firstOnes ? 2_200 : 10)));
        db.Add(Membership.Begin(detail, branch.Id, from, from == joined ? MembershipKind.Admitted : MembershipKind.Registered, ""));
        return detail;
    }

    private void AddStaff(YipanqiDb db, DemoNames names, NumberSeal numbers, int count)
    {
        var departments = units.Organs.SelectMany(o => o.Branches.Select(b => b.Department)).ToList();
        for (var i = 0; i < count; i++)
        {
            var department = departments[i % departments.Count];
            var person = Person.New(units.TenantId, names.Next(), null);
            var status = random.NextDouble() < .2 ? PartyStatus.Applicant : PartyStatus.NonMember;
            var birth = new DateOnly(1975 + Roll(27), 1 + Roll(12), 1);
            var detail = PersonDetail.New(person, new PersonFacts(
                $"{department.Code}-{50 + (i / departments.Count):00}", (Gender)(1 + Roll(2)), birth, status, null, null, department.Id, random.NextDouble() < KeyPostShare));
            detail.SetPhone(numbers.Phone(Phone()));
            db.AddRange(person, detail);
        }
    }

    // Three branches too small, two too large; the others as the units were made.
    private int SizeOf(Unit branch, int number) => number switch
    {
        37 or 151 or 288 => TooFew,
        90 or 240 => TooMany,
        _ => units.SizeOf(branch),
    };

    private string Phone() => string.Create(CultureInfo.InvariantCulture, $"100{Roll(10_000):0000}{Roll(10_000):0000}");

    private int Roll(int below) => (int)(random.NextDouble() * below);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
