using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;

namespace Yipanqi.Web.Tests.Security.Ground;

/// <summary>
/// What people do in an open quarter, made by the use cases: self-reports (entered, reviewed, returned), supplied figures (one sheet signed),
/// adjustments (entered, confirmed, withdrawn), and a second quarter in its objection period with objections (filed, answered, withdrawn).
/// </summary>
public sealed class CycleSeed : Seed
{
    /// <summary>The quarter that takes objections.</summary>
    public static readonly Quarter Objecting = new(2026, 2);

    private static readonly int[] Assessed = [SecurityTenant.First, SecurityTenant.Second, SecurityTenant.Branch, SecurityTenant.OtherBranch];

    public override IReadOnlyList<Type> Covers => [typeof(ManualFigure), typeof(SupplySheet), typeof(SuppliedFigure), typeof(Adjustment), typeof(Objection)];

    public override async Task PlantAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        await ReportAsync(database, clock, tenant);
        await SupplyAsync(database, clock, tenant);
        await AdjustAsync(database, clock, tenant, AssessmentSeed.Next);
        await ObjectAsync(database, clock, tenant);
    }

    private static async Task ReportAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var (enter, review) = (new EnterFigure(database.UnitOfWork, clock), new ReviewFigure(database.UnitOfWork, clock));
        foreach (var number in Assessed)
        {
            var (unit, text) = (tenant.Unit(number).Id, tenant.CanaryOf(number).ToString());
            (await enter.RunAsync(tenant.Colleague, new(AssessmentSeed.Next, unit, "M1", "18/20", text, text, text), default)).Refusals.ShouldBeEmpty();
            if (number is SecurityTenant.Second or SecurityTenant.Branch)
            {
                var isReturn = number == SecurityTenant.Branch;
                (await review.RunAsync(tenant.Lead, new(AssessmentSeed.Next, unit, "M1", isReturn ? "" : "16/20", text, isReturn), default)).Refusals.ShouldBeEmpty();
            }
        }
    }

    private static async Task SupplyAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var supplier = tenant.Colleague with { Grants = [new Grant(tenant.Unit(SecurityTenant.First).Path, PostRoles.PermissionsOf(PostRole.DataSupplier))] };
        foreach (var item in new[] { "S1", "S2" })
        {
            var figures = new[] { SecurityTenant.First, SecurityTenant.Branch }.ToDictionary(n => tenant.Unit(n).Id, _ => "9/10");
            (await new SupplyFigures(database.UnitOfWork, clock).RunAsync(supplier, new(AssessmentSeed.Next, item, figures), default)).Refusals.ShouldBeEmpty();
        }

        var words = tenant.CanaryOf(0).ToString();
        (await new SignSupply(database.UnitOfWork, clock).RunAsync(supplier, new(AssessmentSeed.Next, "S2", words, false), default)).Refusals.ShouldBeEmpty();
    }

    private static async Task AdjustAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, Quarter quarter)
    {
        var work = database.UnitOfWork;
        foreach (var number in Assessed)
        {
            var text = tenant.CanaryOf(number).ToString();
            foreach (var state in Enum.GetValues<AdjustmentState>())
            {
                var entered = await new EnterAdjustment(work, clock).RunAsync(tenant.Colleague, new(quarter, Picked.Of(tenant.Unit(number).Code), AdjustmentKind.Deduction, "1.5", text, text), default);
                entered.Refusals.ShouldBeEmpty();
                var step = state switch
                {
                    AdjustmentState.Confirmed => await new ConfirmAdjustment(work, clock).RunAsync(tenant.Lead, entered.Value, default),
                    AdjustmentState.Withdrawn => await new WithdrawAdjustment(work, clock).RunAsync(tenant.Lead, new(entered.Value, text), default),
                    _ => true,
                };
                step.Refusals.ShouldBeEmpty();
            }
        }
    }

    private static async Task ObjectAsync(TestDatabase database, TestClock clock, SecurityTenant tenant)
    {
        var work = database.UnitOfWork;
        var scheme = await work.ReadAsync(tenant.Id, db => db.Set<Scheme>().Where(s => s.Status == SchemeStatus.Published).Select(s => s.Id).SingleAsync(), default);
        var move = new MoveQuarter(work, clock);
        (await new OpenQuarter(work, clock).RunAsync(tenant.Lead, new(Objecting, scheme, ChinaTime.DayOf(clock.UtcNow), 10), default)).Refusals.ShouldBeEmpty();
        await AdjustAsync(database, clock, tenant, Objecting);
        (await move.RunAsync(tenant.Lead, new(Objecting, QuarterState.Previewing, ""), default)).Refusals.ShouldBeEmpty();
        (await new RunAssessment(work, clock).RunAsync(tenant.Lead, new(Objecting, scheme), default)).Refusals.ShouldBeEmpty();
        (await move.RunAsync(tenant.Lead, new(Objecting, QuarterState.Objecting, ""), default)).Refusals.ShouldBeEmpty();
        foreach (var number in Assessed)
        {
            await ObjectAsync(database, clock, tenant, number);
        }
    }

    private static async Task ObjectAsync(TestDatabase database, TestClock clock, SecurityTenant tenant, int number)
    {
        var work = database.UnitOfWork;
        var (unit, text) = (tenant.Unit(number), tenant.CanaryOf(number).ToString());
        var office = tenant.Colleague with { Grants = [new Grant(unit.Path, PostRoles.PermissionsOf(PostRole.PartyGroup))] };
        foreach (var state in Enum.GetValues<ObjectionState>())
        {
            var filed = await new FileObjection(work, clock).RunAsync(office, new(Objecting, unit.Id, ObjectionSubject.Item, "P1", text, text), default);
            filed.Refusals.ShouldBeEmpty();
            var step = state switch
            {
                ObjectionState.Withdrawn => await new WithdrawObjection(work, clock).RunAsync(office, filed.Value, default),
                ObjectionState.Filed => true,
                _ => await new AnswerObjection(work, clock).RunAsync(tenant.Lead, new(filed.Value, state == ObjectionState.Accepted, text, "", "9/10"), default),
            };
            step.Refusals.ShouldBeEmpty();
        }
    }
}
