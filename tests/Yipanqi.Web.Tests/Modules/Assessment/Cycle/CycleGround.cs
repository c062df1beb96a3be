using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Tests.Support;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;

namespace Yipanqi.Web.Tests.Modules.Assessment.Cycle;

/// <summary>A committee with a scheme that has a self-reported and a supplied item, and the five people who walk a quarter.</summary>
public sealed class CycleGround : IDisposable
{
    private CycleGround(AssessmentGround ground, Guid schemeId)
    {
        (Ground, SchemeId) = (ground, schemeId);
        var c = ground.Committee;
        Officer = c.ActorAt(PostRole.WorkCommitteeOfficer, c.Root, c.Organs) with { PersonId = Guid.NewGuid() };
        Office = c.ActorAt(PostRole.PartyCommitteeOfficer, c.First, c.FirstOrgan) with { PersonId = Guid.NewGuid() };
        Neighbour = c.ActorAt(PostRole.PartyCommitteeOfficer, c.Second, c.SecondOrgan) with { PersonId = Guid.NewGuid() };
        Supplier = c.ActorAt(PostRole.DataSupplier, c.SecondOrgan) with { PersonId = Guid.NewGuid() };
        PartyGroup = c.ActorAt(PostRole.PartyGroup, c.First, c.FirstOrgan) with { PersonId = Guid.NewGuid() };
    }

    public AssessmentGround Ground { get; }

    public Guid SchemeId { get; }

    public Committee Committee => Ground.Committee;

    public UnitOfWork UnitOfWork => Ground.Database.UnitOfWork;

    public TestClock Clock => Ground.Clock;

    /// <summary>工委负责人.</summary>
    public Actor Lead => Ground.Lead;

    /// <summary>工委工作人员.</summary>
    public Actor Officer { get; }

    /// <summary>甲局机关党委.</summary>
    public Actor Office { get; }

    /// <summary>乙局机关党委.</summary>
    public Actor Neighbour { get; }

    /// <summary>数据提供部门 of 乙局, which supplies S1.</summary>
    public Actor Supplier { get; }

    /// <summary>甲局党组.</summary>
    public Actor PartyGroup { get; }

    public static SchemeDefinition Scheme
    {
        get
        {
            var small = SmallScheme(code: "cycle");
            var manual = Item("M1", "P", PoolOver.None);
            var supplied = Item("S1", "B", PoolOver.None);
            return small with
            {
                Nodes =
                [
                    .. small.Nodes.Where(n => n.Code != "P2"),
                    manual with { Item = manual.Item! with { Sources = [FigureSource.Manual] } },
                    supplied with { Item = supplied.Item! with { Supplier = "乙局" } },
                ],
            };
        }
    }

    /// <summary>甲局 and 乙局 assessed; 甲局 has 80 % of P1 and 90 % of B1.</summary>
    public static async Task<CycleGround> FoundAsync(DatabaseKind kind)
    {
        var ground = await AssessmentGround.FoundAsync(kind);
        var c = ground.Committee;
        await ground.AssessAsync(c.First, c.Second);
        var cycle = new CycleGround(ground, await ground.PublishSchemeAsync(Scheme));
        await ground.ReportAsync(Q3, (c.First, "P1", Rate(8, 10)), (c.FirstOrgan, "B1", Rate(9, 10)));
        return cycle;
    }

    public Task<Outcome<bool>> OpenAsync(Actor actor, int objectionDays = 5) =>
        new OpenQuarter(UnitOfWork, Clock).RunAsync(actor, new(Q3, SchemeId, Ground.Today.AddDays(8), objectionDays), default);

    public Task<Outcome<bool>> MoveAsync(Actor actor, QuarterState to, string reason = "") =>
        new MoveQuarter(UnitOfWork, Clock).RunAsync(actor, new(Q3, to, reason, Ground.Today.AddDays(3)), default);

    public Task<Outcome<bool>> EnterAsync(Actor actor, string figure, Unit? unit = null) =>
        new EnterFigure(UnitOfWork, Clock).RunAsync(actor, new(Q3, (unit ?? Committee.First).Id, "M1", figure, "会议记录 20 份", "示党〔2026〕18号", "会议记录.pdf"), default);

    public Task<Outcome<bool>> ReviewAsync(Actor actor, string figure, string note = "", bool isReturn = false, Unit? unit = null) =>
        new ReviewFigure(UnitOfWork, Clock).RunAsync(actor, new(Q3, (unit ?? Committee.First).Id, "M1", figure, note, isReturn), default);

    public Task<Outcome<int>> SupplyAsync(Actor actor, params (Unit Unit, string Figure)[] figures) =>
        new SupplyFigures(UnitOfWork, Clock).RunAsync(actor, new(Q3, "S1", figures.ToDictionary(f => f.Unit.Id, f => f.Figure)), default);

    public Task<Outcome<int>> SignAsync(Actor actor, string words = "取自业务系统。", bool withdraw = false) =>
        new SignSupply(UnitOfWork, Clock).RunAsync(actor, new(Q3, "S1", words, withdraw), default);

    public Task<Outcome<Guid>> AdjustAsync(Actor actor, AdjustmentKind? kind, string points, string unitCode = "P1", string document = "示工〔2026〕7号") =>
        new EnterAdjustment(UnitOfWork, Clock).RunAsync(actor, new(Q3, Picked.Of(unitCode), kind, points, "全市表扬。", document), default);

    public Task<Outcome<bool>> ConfirmAsync(Actor actor, Guid id) => new ConfirmAdjustment(UnitOfWork, Clock).RunAsync(actor, id, default);

    public Task<Outcome<Guid>> ObjectAsync(Actor actor, ObjectionSubject? subject = ObjectionSubject.Item, string of = "M1", Unit? unit = null) =>
        new FileObjection(UnitOfWork, Clock).RunAsync(actor, new(Q3, (unit ?? Committee.First).Id, subject, of, "有三次会议漏计。", "会议纪要 3 份"), default);

    public Task<Outcome<bool>> AnswerAsync(Actor actor, Guid id, bool accept, string figure = "", string item = "") =>
        new AnswerObjection(UnitOfWork, Clock).RunAsync(actor, new(id, accept, "经核，情况属实。", item, figure), default);

    public Task<Outcome<Guid>> RunAsync(Actor actor) => new RunAssessment(UnitOfWork, Clock).RunAsync(actor, new(Q3, SchemeId), default);

    public Task<Outcome<Guid>> PublishAsync(Actor actor, Guid snapshotId, string reason = "") => new PublishAssessment(UnitOfWork, Clock).RunAsync(actor, new(snapshotId, reason), default);

    public Task<CardView?> CardAsync(Actor actor, bool preview) => Ground.Card.FindAsync(actor, Committee.First.Id, Q3, preview, default);

    public async Task<ObjectionsQuery.Page> ObjectionsAsync(Actor actor) => await new ObjectionsQuery(UnitOfWork, Clock).FindAsync(actor, Q3, false, 1, default);

    public void Dispose() => Ground.Dispose();
}
