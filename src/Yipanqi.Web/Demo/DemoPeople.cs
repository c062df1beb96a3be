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

    public DemoPeople(DemoUnits units, UserManager<Account> users, DateTime foundedUtc)
    {
        (this.units, this.users, from) = (units, users, DateOnly.FromDateTime(foundedUtc));
        var housing = units.Organs.Single(o => o.Name == "住房城乡建设局");
        var lead = Add("lead", "周明", units.Committee, PostRole.WorkCommitteeLead, "督查室");
        Add("officer", "李静", units.Committee, PostRole.WorkCommitteeOfficer, "组织处");
        Add("office", "王强", housing.Party, PostRole.PartyCommitteeOfficer, "机关党委办公室");
        Add("branch", "陈立", housing.Branches[0].Branch, PostRole.BranchSecretary, "支部书记");
        Add("party", "何宁", housing.Organ, PostRole.PartyGroup, "党组书记");
        Add("head", "郑和平", housing.Branches[0].Department, PostRole.DepartmentHead, "处长");
        Add("supplier", "孙悦", units.Committee, PostRole.DataSupplier, "信息中心");
        Add("sysadmin", "钱伟", units.Committee, PostRole.SystemAdministrator, "系统管理员");
        Add("secadmin", "吴芳", units.Committee, PostRole.SecurityAdministrator, "安全管理员");
        Add("auditor", "郭明", units.Committee, PostRole.AuditAdministrator, "审计管理员");
        var permissions = PostRoles.PermissionsOf(PostRole.WorkCommitteeLead);
        Lead = new Actor(units.TenantId, lead.Id, lead.Name, "", [new(units.Committee.Path, permissions), new(units.System.Path, permissions)]);
    }

    public Actor Lead { get; }

    public void AddTo(YipanqiDb db) => db.AddRange(rows);

    private Person Add(string account, string name, Unit unit, PostRole role, string title)
    {
        var made = Account.New(units.TenantId, account, DemoAccounts.Secret, users.KeyNormalizer, users.PasswordHasher);
        var person = Person.New(units.TenantId, name, made.Id);
        rows.AddRange([made, person, Post.New(person, unit, role, title, from)]);
        return person;
    }
}
