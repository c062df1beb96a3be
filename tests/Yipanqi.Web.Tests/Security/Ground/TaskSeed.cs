using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Api;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Objectives;
using Yipanqi.Web.Modules.BusinessTasks.Posts;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>Key tasks of every administrative unit, one under way and one ended, with all that belongs to them; one that nobody leads; objectives of both sides.</summary>
public sealed class TaskSeed : Seed
{
    private static readonly int[] Organs = [SecurityTenant.Organs, SecurityTenant.FirstOrgan, SecurityTenant.SecondOrgan, SecurityTenant.Department];
    private static readonly int[] Parties = [SecurityTenant.Root, SecurityTenant.First, SecurityTenant.Second, SecurityTenant.Branch];

    public override IReadOnlyList<Type> Covers =>
        [typeof(BusinessTask), typeof(TaskPartner), typeof(Milestone), typeof(KeyFigure), typeof(KeyFigureValue), typeof(KeyPost), typeof(Objective), typeof(ConnectorToken)];

    public override Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant) => database.UnitOfWork.WriteAsync<bool>(
        tenant.Id,
        async db =>
        {
            var units = await db.Set<Unit>().ToDictionaryAsync(u => u.Id);
            foreach (var number in Organs)
            {
                var (unit, text) = (units[tenant.Unit(number).Id], tenant.CanaryOf(number).ToString());
                PlantParts(db, clock, tenant, TaskOf(db, tenant, unit, text + "-1", text), number);
                TaskOf(db, tenant, unit, text + "-2", text).Complete(new DateOnly(2026, 9, 1));
                db.Add(ConnectorToken.Issue(tenant.Lead, text, unit, clock.UtcNow).Token);
            }

            var open = TaskOf(db, tenant, null, tenant.CanaryOf(SecurityTenant.Root) + "-0", tenant.CanaryOf(SecurityTenant.Root).ToString());
            db.Add(TaskPartner.Of(open, tenant.Unit(SecurityTenant.Organs).Id));
            foreach (var (party, organ) in Parties.Zip(Organs))
            {
                var business = Objective.New(units[tenant.Unit(organ).Id], 2026, tenant.CanaryOf(organ).ToString());
                var served = Objective.New(units[tenant.Unit(party).Id], 2026, tenant.CanaryOf(party).ToString());
                served.Tie(business);
                db.AddRange(business, served, Objective.New(units[tenant.Unit(organ).Id], 2026, tenant.CanaryOf(organ) + " 2"));
            }

            await db.SaveAsync(new Change(null, clock.UtcNow, "test.planted", nameof(BusinessTask), null), default);
            return true;
        },
        default);

    private static BusinessTask TaskOf(YipanqiDb db, SecurityTenant tenant, Unit? lead, string code, string text)
    {
        var task = BusinessTask.New(tenant.Id, code, new TaskFacts(2026, "任务" + text, text, TaskImportance.Important, text, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), true, text));
        task.NameUnits(text, text);
        task.Assign(lead);
        db.Add(task);
        return task;
    }

    private static void PlantParts(YipanqiDb db, TestClock clock, SecurityTenant tenant, BusinessTask task, int number)
    {
        var text = tenant.CanaryOf(number).ToString();
        var (met, ahead) = (Milestone.New(task, 1, "节点" + text, null, new DateOnly(2026, 6, 30)), Milestone.New(task, 2, "节点二" + text, new DateOnly(2026, 7, 1), new DateOnly(2026, 11, 30)));
        met.Meet(new DateOnly(2026, 6, 30));
        var (told, untold) = (KeyFigure.New(task, "F1", Facts("指标" + text)), KeyFigure.New(task, "F2", Facts("指标二" + text)));
        db.AddRange(met, ahead, told, untold, KeyFigureValue.New(told, new DateOnly(2026, 6, 30), 12, text, clock.UtcNow), KeyPost.New(task, "岗位" + text, tenant.PersonAt(number).Id));
    }

    private static FigureFacts Facts(string name) => new(name, "个", FigureDirection.Benefit, 35, new DateOnly(2026, 12, 31));
}
