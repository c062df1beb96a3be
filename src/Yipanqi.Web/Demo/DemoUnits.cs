using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Web.Demo;

/// <summary>The units of the demo: each organ with its Party committee, its branches and the departments they work in.</summary>
public sealed class DemoUnits
{
    public const int BranchCount = 400;

    private readonly Dictionary<Guid, int> sizes = [];

    private DemoUnits(Guid tenantId)
    {
        TenantId = tenantId;
        Committee = Unit.New(tenantId, "GW", "中共示范市委市直属机关工作委员会", Track.Party, null);
        Committee.Describe(Committee.Name, "市直机关工委", "机关工委", 1, "");
        System = Unit.New(tenantId, "JG", "示范市直机关", Track.Administrative, null);
        System.Describe(System.Name, System.Name, "机关系统", 2, "");
        Links.Add(UnitLink.Between(Committee, System));
    }

    public Guid TenantId { get; }

    public Unit Committee { get; }

    public Unit System { get; }

    public List<PeerGroup> Groups { get; } = [];

    public List<UnitLink> Links { get; } = [];

    public List<DemoOrgan> Organs { get; } = [];

    public IEnumerable<Unit> All => Organs.SelectMany(o => o.Branches.SelectMany(b => new[] { b.Branch, b.Department }).Prepend(o.Organ).Prepend(o.Party)).Prepend(System).Prepend(Committee);

    /// <summary>Members the branch shall have.</summary>
    public int SizeOf(Unit branch) => sizes[branch.Id];

    public static DemoUnits Make(Guid tenantId, SeededRandom random)
    {
        var units = new DemoUnits(tenantId);
        var sizes = Sizes(random);
        var branchGroups = new[] { "较大支部（15 人以上）", "一般支部（7–14 人）", "较小支部（不足 7 人）" };
        foreach (var group in DemoOrgans.Groups.Select(g => g.Group).Concat(branchGroups))
        {
            units.Groups.Add(PeerGroup.New(tenantId, group, units.Groups.Count + 1));
        }

        units.RuleGroups();
        foreach (var (group, names) in DemoOrgans.Groups)
        {
            foreach (var name in names)
            {
                units.AddOrgan(group, name, sizes[units.Organs.Count], random);
            }
        }

        return units;
    }

    private void RuleGroups()
    {
        (int? Least, int? Most)[] sizes = [(15, null), (7, 14), (null, 6)];
        foreach (var (group, (least, most)) in Groups.TakeLast(sizes.Length).Zip(sizes))
        {
            group.Rule("党支部", least, most, "示机工发〔2026〕3 号");
        }
    }

    // 4 to 11 branches an organ, 400 in all.
    private static int[] Sizes(SeededRandom random)
    {
        var count = DemoOrgans.Groups.Sum(g => g.Organs.Length);
        var sizes = Enumerable.Repeat(4, count).ToArray();
        for (var left = BranchCount - (4 * count); left > 0;)
        {
            var i = (int)(random.NextDouble() * count);
            if (sizes[i] < 11)
            {
                sizes[i]++;
                left--;
            }
        }

        return sizes;
    }

    private void AddOrgan(string groupName, string name, int branches, SeededRandom random)
    {
        var number = Organs.Count + 1;
        var group = Groups.Single(g => g.Name == groupName);
        var party = Unit.New(TenantId, $"D{number:00}", $"中共{FullName(name)}{(name.EndsWith("机关", StringComparison.Ordinal) ? "" : "机关")}委员会", Track.Party, Committee);
        party.Describe(party.Name, name, "机关党委", number, "");
        party.Assess(true, group.Id);
        var organ = Unit.New(TenantId, $"J{number:00}", FullName(name), Track.Administrative, System);
        organ.Describe(organ.Name, name, groupName, number, "");
        Links.Add(UnitLink.Between(party, organ));
        var made = new DemoOrgan(name, party, organ, []);
        for (var i = 1; i <= branches; i++)
        {
            made.Branches.Add(AddBranch(made, number, i, random));
        }

        Organs.Add(made);
    }

    private (Unit Branch, Unit Department) AddBranch(DemoOrgan organ, int number, int i, SeededRandom random)
    {
        var members = 4 + (int)(random.NextDouble() * 18);
        var size = members >= 15 ? "较大支部（15 人以上）" : members >= 7 ? "一般支部（7–14 人）" : "较小支部（不足 7 人）";
        var branch = Unit.New(TenantId, $"D{number:00}-{i:00}", $"{organ.Name}第{Ordinal(i)}党支部", Track.Party, organ.Party);
        branch.Describe(branch.Name, $"第{Ordinal(i)}支部 · {organ.Name}", "党支部", i, "");
        sizes[branch.Id] = members;
        branch.Assess(true, Groups.Single(g => g.Name == size).Id);
        var department = Unit.New(TenantId, $"J{number:00}-{i:00}", $"{organ.Name}第{Ordinal(i)}处", Track.Administrative, organ.Organ);
        department.Describe(department.Name, $"第{Ordinal(i)}处 · {organ.Name}", "业务处室", i, "");
        Links.Add(UnitLink.Between(branch, department));
        return (branch, department);
    }

    private static string FullName(string name) => name[0] == '市' ? "示范" + name : "示范市" + name;

    private static string Ordinal(int i) => new[] { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一" }[i - 1];
}
