using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>One of the two tenants: nine units in two linked trees, and a person with an account for every principal.</summary>
public sealed class SecurityTenant
{
    public const int Root = 1;
    public const int Organs = 2;
    public const int First = 3;
    public const int Second = 4;
    public const int Branch = 5;
    public const int OtherBranch = 6;
    public const int FirstOrgan = 7;
    public const int SecondOrgan = 8;
    public const int Department = 9;

    /// <summary>Parents of the units, by number.</summary>
    private static readonly int[] Parents = [0, 0, 0, Root, Root, First, First, Organs, Organs, FirstOrgan];

    private static readonly Dictionary<int, int> Links = new() { [Root] = Organs, [First] = FirstOrgan, [Second] = SecondOrgan, [Branch] = Department };

    private readonly Unit[] units = new Unit[Parents.Length];

    private SecurityTenant(char letter, Guid id) => (Letter, Id) = (letter, id);

    public char Letter { get; }

    public Guid Id { get; }

    public IEnumerable<int> Numbers => Enumerable.Range(1, units.Length - 1);

    /// <summary>Person and account of each principal of this tenant.</summary>
    public Dictionary<Principal, (Person Person, Account Account)> People { get; } = [];

    /// <summary>Units besides the nine, with what each was planted for.</summary>
    public Dictionary<Guid, string> Spare { get; } = [];

    public Unit Unit(int number) => units[number];

    public int NumberOf(Guid unitId) => Array.FindIndex(units, 1, u => u.Id == unitId) is var found and > 0 ? found : 0;

    public Canary CanaryOf(int unit) => new(Letter, unit);

    /// <summary>A person of the unit: its principal where it has one, so that what is private to a person is somebody's own.</summary>
    public Person PersonAt(int unit) =>
        People.Where(p => p.Key.Unit == unit).Select(p => p.Value.Person).FirstOrDefault() ?? People.Values.First().Person;

    public Actor Lead
    {
        get
        {
            var lead = People.First(p => p.Key.Role == PostRole.WorkCommitteeLead).Value.Person;
            return new Actor(Id, lead.Id, lead.Name, "", [.. new[] { Root, Organs }.Select(u => new Grant(Unit(u).Path, PostRoles.PermissionsOf(PostRole.WorkCommitteeLead)))]);
        }
    }

    /// <summary>Another who may do what the lead may.</summary>
    public Actor Colleague => Lead with { PersonId = People.First(p => p.Key.Role == PostRole.WorkCommitteeOfficer).Value.Person.Id };

    /// <summary>Units that the principal's post covers: its subtree and the subtrees linked to its unit.</summary>
    public bool Covers(Principal principal, int unit) => principal.Tenant == Letter && principal.IsSignedIn
        && (Unit(unit).Path.StartsWith(Unit(principal.Unit).Path, StringComparison.Ordinal)
            || (Links.TryGetValue(principal.Unit, out var linked) && Unit(unit).Path.StartsWith(Unit(linked).Path, StringComparison.Ordinal)));

    /// <summary>The unit that stands in this relation to the principal's; 0 where there is none.</summary>
    public static int Relative(int unit, Relation relation) => relation switch
    {
        Relation.Own => unit,
        Relation.Parent => Parents[unit],
        Relation.Child => Array.IndexOf(Parents, unit, 1) is var child and > 0 ? child : Links.GetValueOrDefault(unit),
        Relation.Sibling => Enumerable.Range(1, Parents.Length - 1).FirstOrDefault(n => n != unit && Parents[n] == Parents[unit]),
        _ => 0,
    };

    /// <summary>Whether the one unit stands above the other in its tree, or above the unit linked to it.</summary>
    public static bool IsAbove(int unit, int lower) => new[] { lower, Links.GetValueOrDefault(lower) }.Any(l => StandsAbove(unit, l));

    private static bool StandsAbove(int unit, int lower) => lower > 0 && (Parents[lower] == unit || StandsAbove(unit, Parents[lower]));

    public static async Task<SecurityTenant> FoundAsync(TestDatabase database, TestClock clock, char letter)
    {
        var tenant = new SecurityTenant(letter, Guid.CreateVersion7());
        await database.UnitOfWork.WriteAsync<bool>(
            tenant.Id,
            async db =>
            {
                tenant.AddUnits(db, clock);
                tenant.AddPeople(db);
                await db.SaveAsync(new Change(null, clock.UtcNow, "test.founded", nameof(Domain), null), default);
                return true;
            },
            default);
        return tenant;
    }

    private void AddUnits(YipanqiDb db, TestClock clock)
    {
        db.Add(new Domain { Id = Id, Name = "工委" + Letter, ShortName = "机关" + Letter, CreatedUtc = clock.UtcNow });
        var group = PeerGroup.New(Id, CanaryOf(0).ToString(), 1);
        db.AddRange(group, PeerGroup.New(Id, "第二组" + CanaryOf(0), 2));
        foreach (var number in Numbers)
        {
            var track = number is Organs or FirstOrgan or SecondOrgan or Department ? Track.Administrative : Track.Party;
            var text = CanaryOf(number).ToString();
            var unit = units[number] = Yipanqi.Web.Access.Unit.New(Id, text, "单位" + text, track, Parents[number] == 0 ? null : units[Parents[number]]);
            unit.Describe("单位" + text, text, KindOf(number) + text, number, text);
            unit.Assess(number is First or Second or Branch or OtherBranch, group.Id);
            db.Add(unit);
        }

        db.AddRange(Links.Select(l => UnitLink.Between(units[l.Key], units[l.Value])));
    }

    // Committees and branches, so that the rules of their terms hold.
    private static string KindOf(int number) => number switch
    {
        First or Second => "机关党委",
        Branch or OtherBranch => "党支部",
        _ => "",
    };

    private void AddPeople(YipanqiDb db)
    {
        // Hashed once: the secret is never used, sessions are made directly.
        var hash = "";
        foreach (var principal in Principal.All.Concat(Principal.Others).Concat(Principal.Colleagues).Where(p => p.Tenant == Letter))
        {
            var account = Account.New(Id, $"{principal.Name} {CanaryOf(0)}", "Yipanqi-2026", new UpperInvariantLookupNormalizer(), new KnownHash(hash));
            hash = account.PasswordHash!;
            var person = Person.New(Id, $"{principal.Name}{CanaryOf(0)}", account.Id);
            People[principal] = (person, account);
            db.AddRange(account, person, Post.New(person, units[principal.Unit], principal.Role!.Value, CanaryOf(0).ToString(), new DateOnly(2026, 1, 1)));
        }
    }

    private sealed class KnownHash(string hash) : PasswordHasher<Account>
    {
        public override string HashPassword(Account user, string password) => hash.Length > 0 ? hash : base.HashPassword(user, password);
    }
}
