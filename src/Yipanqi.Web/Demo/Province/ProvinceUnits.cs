using Yipanqi.Web.Access;

namespace Yipanqi.Web.Demo;

/// <summary>
/// The units of a made-up province: cities, each with its organs, their general branches and branches, and the administrative tree
/// beside them. Assessed are cities, organs and branches.
/// </summary>
public sealed class ProvinceUnits
{
    private const int OrgansACity = 100;
    private const int GeneralBranchesAnOrgan = 10;

    private static readonly string[] OrganKinds = ["党委工作机关", "经济管理部门", "社会民生部门", "执法监管部门", "人大政协和群团", "直属事业单位"];
    private static readonly string[] BranchKinds = ["较大支部（15 人以上）", "一般支部（7–14 人）", "较小支部（不足 7 人）"];

    private ProvinceUnits(Guid tenantId)
    {
        TenantId = tenantId;
        Groups = [.. new[] { "市级工委" }.Concat(OrganKinds).Concat(BranchKinds).Select((name, i) => PeerGroup.New(tenantId, name, i + 1))];
        Committee = Made(Unit.New(tenantId, "GW", "中共示范省委直属机关工作委员会", Track.Party, null), "省直工委", "机关工委");
        System = Made(Unit.New(tenantId, "JG", "示范省直机关", Track.Administrative, null), "示范省直机关", "机关系统");
        Link(Committee, System);
    }

    public Guid TenantId { get; }

    public Unit Committee { get; }

    public Unit System { get; }

    public IReadOnlyList<PeerGroup> Groups { get; }

    /// <summary>Parents before children.</summary>
    public List<Unit> All { get; } = [];

    public List<UnitLink> Links { get; } = [];

    public List<DemoOrgan> Organs { get; } = [];

    /// <param name="assessed">How many organisations are assessed; at least 1,000.</param>
    public static ProvinceUnits Make(Guid tenantId, int assessed)
    {
        var province = new ProvinceUnits(tenantId);
        var cities = Math.Max(1, (int)Math.Round(assessed / 15_000.0));
        var organs = Math.Min(OrgansACity * cities, assessed / 100);
        var (each, left) = Math.DivRem(assessed - cities - organs, organs);
        for (var i = 0; i < organs; i++)
        {
            if (i % OrgansACity == 0)
            {
                province.AddCity((i / OrgansACity) + 1);
            }

            province.AddOrgan(i, each + (i < left ? 1 : 0));
        }

        return province;
    }

    private (Unit Party, Unit City) city;

    private void AddCity(int number)
    {
        var party = Made(Unit.New(TenantId, $"D{number:00}", $"第{number}市直属机关工委", Track.Party, Committee), $"第{number}市工委", "机关工委");
        party.Assess(true, Groups[0].Id);
        city = (party, Made(Unit.New(TenantId, $"J{number:00}", $"第{number}市直机关", Track.Administrative, System), $"第{number}市直机关", "机关系统"));
        Link(city.Party, city.City);
    }

    private void AddOrgan(int index, int branches)
    {
        var (code, name) = ($"{city.Party.Code[1..]}{(index % OrgansACity) + 1:000}", $"第{(index % OrgansACity) + 1}局");
        var kind = 1 + (index % OrganKinds.Length);
        var party = Made(Unit.New(TenantId, "D" + code, $"{city.City.ShortName}{name}机关党委", Track.Party, city.Party), $"{name} · {city.City.ShortName}", "机关党委");
        party.Assess(true, Groups[kind].Id);
        var organ = Made(Unit.New(TenantId, "J" + code, city.City.ShortName + name, Track.Administrative, city.City), name, OrganKinds[kind - 1]);
        Link(party, organ);
        var made = new DemoOrgan(name, party, organ, []);
        Unit? general = null;
        for (var i = 0; i < branches; i++)
        {
            if (i % Math.Max(1, (branches + GeneralBranchesAnOrgan - 1) / GeneralBranchesAnOrgan) == 0)
            {
                var number = $"G{(i * GeneralBranchesAnOrgan / branches) + 1:00}";
                general = Made(Unit.New(TenantId, $"D{code}-{number}", $"{name}第{number}党总支", Track.Party, party), $"{number}总支 · {name}", "党总支");
            }

            made.Branches.Add(AddBranch(made, general!, code, i + 1));
        }

        Organs.Add(made);
    }

    private (Unit Branch, Unit Department) AddBranch(DemoOrgan organ, Unit general, string code, int number)
    {
        var branch = Made(Unit.New(TenantId, $"D{code}-{number:000}", $"{organ.Name}第{number}党支部", Track.Party, general), $"第{number}支部 · {organ.Party.ShortName}", "党支部");
        branch.Assess(true, Groups[1 + OrganKinds.Length + (number % BranchKinds.Length)].Id);
        var department = Made(Unit.New(TenantId, $"J{code}-{number:000}", $"{organ.Name}第{number}处", Track.Administrative, organ.Organ), $"第{number}处 · {organ.Name}", "业务处室");
        Link(branch, department);
        return (branch, department);
    }

    private Unit Made(Unit unit, string shortName, string kind)
    {
        unit.Describe(unit.Name, shortName, kind, All.Count, "");
        All.Add(unit);
        return unit;
    }

    private void Link(Unit party, Unit administrative) => Links.Add(UnitLink.Between(party, administrative));
}
