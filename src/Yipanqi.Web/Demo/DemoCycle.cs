using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>
/// Walks the quarters of the demo through their cycle, with what a cycle holds: a bonus, a veto and an objection in the last published
/// quarter; self-reports, supplied figures and a bonus to confirm in the one left open. Documents are fictional.
/// </summary>
public sealed class DemoCycle(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people, DemoClock clock)
{
    public const int ObjectionDays = 3;

    private const string SelfReported = "D2.3";
    private const string Supplied = "E2.1";
    private const string Late = "E2.3";
    private const string Objected = "A1.1";
    private Guid snapshotId;

    /// <summary>The scheme with one item that organisations report themselves and one that a department supplies.</summary>
    public static SchemeDefinition WithAskedItems(SchemeDefinition definition) => definition with
    {
        Nodes = [.. definition.Nodes.Select(n => n.Code switch
        {
            SelfReported => n with { Item = n.Item! with { Sources = [FigureSource.Manual] } },
            Supplied => n with { Item = n.Item! with { Supplier = "示范市政务服务局" } },
            _ => n,
        })],
    };

    public static bool IsStillOut(string itemCode) => itemCode is SelfReported or Supplied or Late;

    public async Task OpenAsync(Quarter quarter, Guid schemeId, DateOnly until, CancellationToken cancellation) =>
        Done(await new OpenQuarter(unitOfWork, clock).RunAsync(people.Officer, new(quarter, schemeId, until, ObjectionDays), cancellation));

    public async Task PreviewAsync(Quarter quarter, Guid schemeId, CancellationToken cancellation)
    {
        await MoveAsync(quarter, QuarterState.Previewing, cancellation);
        snapshotId = Done(await new RunAssessment(unitOfWork, clock).RunAsync(people.Officer, new(quarter, schemeId), cancellation));
        await MoveAsync(quarter, QuarterState.Objecting, cancellation);
    }

    public async Task PublishAsync(CancellationToken cancellation) =>
        Done(await new PublishAssessment(unitOfWork, clock).RunAsync(people.Lead, new(snapshotId, ""), cancellation));

    public async Task AdjustAsync(Quarter quarter, CancellationToken cancellation)
    {
        await EnterAsync(quarter, "审计局", AdjustmentKind.Bonus, "1", "审计整改经验在全市推广。", "示工发〔2026〕41号", confirm: true, cancellation);
        await EnterAsync(quarter, "信访局", AdjustmentKind.Veto, "", "第三季度群众满意度抽查为 46%，低于 50%。", "示督查〔2026〕19号", confirm: true, cancellation);
    }

    /// <summary>住房城乡建设局 objects to one figure and is right; the quarter is run again.</summary>
    public async Task ObjectAsync(Quarter quarter, Guid schemeId, CancellationToken cancellation)
    {
        var housing = Organ("住房城乡建设局").Party;
        var filed = Done(await new FileObjection(unitOfWork, clock).RunAsync(
            people.Office, new(quarter, housing.Id, ObjectionSubject.Item, Objected, "9月25日的专题研究没有计入，应为 4 次全部召开。", "党组会议纪要示住建党〔2026〕22号"), cancellation));
        clock.SetDay(ChinaTime.DayOf(clock.Now).AddDays(1));
        Done(await new AnswerObjection(unitOfWork, clock).RunAsync(people.Officer, new(filed, true, "经查阅会议纪要，情况属实，予以更正。", "", "4/4"), cancellation));
        clock.SetDay(ChinaTime.DayOf(clock.Now).AddDays(1));
        snapshotId = Done(await new RunAssessment(unitOfWork, clock).RunAsync(people.Officer, new(quarter, schemeId), cancellation));
    }

    public async Task LeaveOpenAsync(Quarter quarter, Guid schemeId, CancellationToken cancellation)
    {
        await OpenAsync(quarter, schemeId, quarter.LastDay.AddDays(10), cancellation);
        var (housing, enter) = (Organ("住房城乡建设局"), new EnterFigure(unitOfWork, clock));
        Done(await enter.RunAsync(people.Office, new(quarter, housing.Party.Id, SelfReported, "7/12", "问题台账 12 件，其中自查发现 7 件。", "示住建党〔2026〕25号", "2026年第四季度问题台账"), cancellation));
        Done(await enter.RunAsync(people.Branch, new(quarter, housing.Branches[0].Branch.Id, SelfReported, "3/4", "支部组织生活会查摆问题 4 件，自查 3 件。", "", "组织生活会记录"), cancellation));
        Done(await new ReviewFigure(unitOfWork, clock).RunAsync(people.Office, new(quarter, housing.Branches[0].Branch.Id, SelfReported, "2/4", "其中 1 件由机关党委督查发现。", false), cancellation));
        var figures = units.Organs.Take(20).Select((o, at) => (o.Party.Id, Figure: (84 + (at * 7 % 15)).ToString(System.Globalization.CultureInfo.InvariantCulture))).ToDictionary(f => f.Id, f => f.Figure);
        Done(await new SupplyFigures(unitOfWork, clock).RunAsync(people.Supplier, new(quarter, Supplied, figures), cancellation));
        await EnterAsync(quarter, "教育局", AdjustmentKind.Bonus, "2", "校外培训治理获全市通报表扬。", "示工发〔2026〕52号", confirm: false, cancellation);
    }

    private DemoOrgan Organ(string name) => units.Organs.Single(o => o.Name == name);

    private async Task MoveAsync(Quarter quarter, QuarterState to, CancellationToken cancellation) =>
        Done(await new MoveQuarter(unitOfWork, clock).RunAsync(people.Officer, new(quarter, to, ""), cancellation));

    private async Task EnterAsync(Quarter quarter, string organ, AdjustmentKind kind, string points, string basis, string document, bool confirm, CancellationToken cancellation)
    {
        var id = Done(await new EnterAdjustment(unitOfWork, clock).RunAsync(people.Officer, new(quarter, Picked.Of(Organ(organ).Party.Code), kind, points, basis, document), cancellation));
        if (confirm)
        {
            Done(await new ConfirmAdjustment(unitOfWork, clock).RunAsync(people.Lead, id, cancellation));
        }
    }

    private static T Done<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException("The demo was refused: " + outcome.Refusals[0].Message);
}
