using Microsoft.AspNetCore.Identity;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Demo;

/// <summary>The people to try the demo with, each with an account of <see cref="DemoAccounts"/>.</summary>
public sealed class DemoPeople
{
    private readonly List<object> rows = [];
    private readonly DemoUnits units;
    private readonly UserManager<Account> users;
    private readonly DateOnly from;
    private readonly Account memberAccount;
    private readonly Unit memberBranch;

    public DemoPeople(DemoUnits units, UserManager<Account> users, DateTime foundedUtc)
    {
        (this.units, this.users, from) = (units, users, DateOnly.FromDateTime(foundedUtc));
        var housing = units.Organs.Single(o => o.Name == "住房城乡建设局");
        Lead = ActorOf(Add("lead", "周明", units.Committee, PostRole.WorkCommitteeLead, "督查室"), PostRole.WorkCommitteeLead, units.Committee, units.System);
        Officer = ActorOf(Add("officer", "李静", units.Committee, PostRole.WorkCommitteeOfficer, "组织处"), PostRole.WorkCommitteeOfficer, units.Committee, units.System);
        Office = ActorOf(Add("office", "王强", housing.Party, PostRole.PartyCommitteeOfficer, "机关党委办公室"), PostRole.PartyCommitteeOfficer, housing.Party, housing.Organ);
        var (branch, department) = housing.Branches[0];
        Branch = ActorOf(Add("branch", "陈立", branch, PostRole.BranchSecretary, "支部书记"), PostRole.BranchSecretary, branch, department);
        Add("party", "何宁", housing.Organ, PostRole.PartyGroup, "党组书记");
        Add("head", "郑和平", housing.Branches[0].Department, PostRole.DepartmentHead, "处长");
        var services = units.Organs.Single(o => o.Name == "政务服务局").Organ;
        Supplier = ActorOf(Add("supplier", "孙悦", services, PostRole.DataSupplier, "评价督查处"), PostRole.DataSupplier, services);
        (memberAccount, memberBranch) = (NewAccount("member"), branch);
        rows.Add(memberAccount);
        Add("sysadmin", "钱伟", units.Committee, PostRole.SystemAdministrator, "系统管理员");
        Add("secadmin", "吴芳", units.Committee, PostRole.SecurityAdministrator, "安全管理员");
        Add("auditor", "郭明", units.Committee, PostRole.AuditAdministrator, "审计管理员");
    }

    public Actor Lead { get; }

    public Actor Officer { get; }

    /// <summary>机关党委 of 住房城乡建设局.</summary>
    public Actor Office { get; }

    /// <summary>Its first branch.</summary>
    public Actor Branch { get; }

    /// <summary>政务服务局: supplies figures for all organs.</summary>
    public Actor Supplier { get; }

    /// <summary>One of the made-up members of the first branch has an account, to see what a member sees: the eighth.</summary>
    public Guid? AccountOf(Unit branch, int number) => branch.Id == memberBranch.Id && number == 8 ? memberAccount.Id : null;

    public bool IsMember(Person person) => person.AccountId == memberAccount.Id;

    public Post PostOf(Person member) => Post.New(member, memberBranch, PostRole.Member, "党员", from);

    public void AddTo(YipanqiDb db) => db.AddRange(rows);

    private static Actor ActorOf(Person person, PostRole role, params Unit[] units) =>
        new(person.TenantId, person.Id, person.Name, "", [.. units.Select(u => new Grant(u.Path, PostRoles.PermissionsOf(role)))]);

    private Person Add(string account, string name, Unit unit, PostRole role, string title)
    {
        var made = NewAccount(account);
        var person = Person.New(units.TenantId, name, made.Id);
        rows.AddRange([made, person, Post.New(person, unit, role, title, from)]);
        return person;
    }

    private Account NewAccount(string name) => Account.New(units.TenantId, name, DemoAccounts.Secret, users.KeyNormalizer, users.PasswordHasher);
}
