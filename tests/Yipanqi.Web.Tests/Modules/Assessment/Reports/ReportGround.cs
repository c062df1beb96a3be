using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;
using static Yipanqi.Web.Tests.Modules.Assessment.AssessmentGround;
using Track = Yipanqi.Web.Access.Track;

namespace Yipanqi.Web.Tests.Modules.Assessment.Reports;

/// <summary>
/// A committee with 甲局, 乙局 and more organs in one peer group and two published quarters: the first by figures that fall off from organ to organ, the
/// second with 甲局 fallen and 乙局 risen.
/// </summary>
public sealed class ReportGround : IDisposable
{
    public static readonly Quarter Q2 = Q3.Previous;

    private readonly List<(Unit Party, Unit Organ)> organs = [];

    private ReportGround(AssessmentGround ground)
    {
        Ground = ground;
        var c = ground.Committee;
        Officer = c.ActorAt(PostRole.WorkCommitteeOfficer, c.Root, c.Organs) with { PersonId = Guid.NewGuid() };
        Office = c.ActorAt(PostRole.PartyCommitteeOfficer, c.First, c.FirstOrgan) with { PersonId = Guid.NewGuid() };
    }

    public AssessmentGround Ground { get; }

    public Guid SchemeId { get; private set; }

    /// <summary>工委负责人.</summary>
    public Actor Lead => Ground.Lead;

    /// <summary>工委工作人员.</summary>
    public Actor Officer { get; }

    /// <summary>甲局机关党委.</summary>
    public Actor Office { get; }

    public UnitOfWork UnitOfWork => Ground.Database.UnitOfWork;

    public ComparisonQuery Comparison => new(UnitOfWork, Ground.Store);

    public ComparisonListQuery Comparisons => new(UnitOfWork, Ground.Store);

    public BulletinsQuery Bulletins => new(UnitOfWork, Ground.Store);

    public RaceQuery Race => new(UnitOfWork, Ground.Store);

    public YearQuery Years => new(UnitOfWork, Ground.Store);

    public TalksQuery Talks => new(UnitOfWork, Ground.Store);

    public static async Task<ReportGround> TwoQuartersAsync(DatabaseKind kind, int more = 4, SchemeDefinition? second = null)
    {
        var made = new ReportGround(await AssessmentGround.FoundAsync(kind));
        await made.AddOrgansAsync(more);
        made.SchemeId = await made.Ground.PublishSchemeAsync(SmallScheme());
        await made.ReportAsync(Q2, 0, 0);
        await made.Ground.RunAndPublishAsync(Q2, made.SchemeId);
        await made.ReportAsync(Q3, -300, 250);
        await made.Ground.RunAndPublishAsync(Q3, second is null ? made.SchemeId : await made.Ground.PublishSchemeAsync(second));
        return made;
    }

    public static ComparisonFilter All(string sort = "change") => new(Q2, Q3, null, null, UnitTier.All, sort, false);

    public Task<Outcome<Guid>> DraftAsync(Actor actor) => new DraftBulletin(UnitOfWork, Ground.Clock).RunAsync(actor, Q3, default);

    public Task<Outcome<bool>> EditAsync(Actor actor, Guid id, int version, string sign = "示直工通", string demands = "对照短板整改。") =>
        new EditBulletin(UnitOfWork, Ground.Clock).RunAsync(actor, new(id, version, new(sign, "各机关党委", "总体向好。", "短板要补。", demands)), default);

    public Task<Outcome<int>> IssueAsync(Actor actor, Guid id, int version = 1) => new IssueBulletin(UnitOfWork, Ground.Store, Ground.Clock).RunAsync(actor, new(id, version), default);

    /// <summary>Drafted and written by the officer, issued by the lead.</summary>
    public async Task<BulletinView> IssuedAsync()
    {
        var id = (await DraftAsync(Officer)).Value;
        (await EditAsync(Officer, id, 0)).Refusals.ShouldBeEmpty();
        (await IssueAsync(Lead, id)).Refusals.ShouldBeEmpty();
        return (await Bulletins.OneAsync(Lead, id, default))!;
    }

    public Task<Outcome<bool>> TalkAsync(Actor actor, Unit? unit = null, string highlights = "整改见效。", string title = "", string example = "") =>
        new WriteTalk(UnitOfWork, Ground.Clock).RunAsync(actor, new(Q3, (unit ?? Ground.Committee.First).Id, highlights, "计划偏晚。", title, example), default);

    public Task<Outcome<bool>> CommentAsync(Actor actor, string comment = "做法实在。", bool spread = false, Unit? unit = null) =>
        new CommentTalk(UnitOfWork, Ground.Clock).RunAsync(actor, new(Q3, (unit ?? Ground.Committee.First).Id, comment, spread), default);

    public void Dispose() => Ground.Dispose();

    private async Task AddOrgansAsync(int more)
    {
        var c = Ground.Committee;
        var others = Enumerable.Range(3, more).Select(i => Unit.New(c.TenantId, $"P{i}", $"第{i}机关党委", Track.Party, c.Root)).ToList();
        var linked = others.Select(p => Unit.New(c.TenantId, "A" + p.Code[1..], p.Name + "行政", Track.Administrative, c.Organs)).ToList();
        await Ground.ChangeAsync(db =>
        {
            db.AddRange(others);
            db.AddRange(linked);
            db.AddRange(others.Zip(linked, UnitLink.Between));
            return Task.CompletedTask;
        });
        await Ground.AssessAsync([c.First, c.Second, .. others]);
        organs.AddRange([(c.First, c.FirstOrgan), (c.Second, c.SecondOrgan), .. others.Zip(linked)]);
    }

    // The last organ reports no P2 in the first quarter: its item comes in the second.
    private Task ReportAsync(Quarter quarter, int first, int second) => Ground.ReportAsync(quarter, [.. organs.SelectMany((o, i) =>
    {
        var by = i switch { 0 => first, 1 => second, _ => 0 };
        var rate = Rate(Math.Clamp(930 - (15 * i) + by, 0, 1000), 1000);
        var absent = new Reported(null, Absence: AbsenceReason.NotDue);
        return new[] { (o.Party, "P1", rate), (o.Party, "P2", i == organs.Count - 1 && quarter == Q2 ? absent : rate), (o.Organ, "B1", Rate(Math.Clamp(900 - (30 * i) + by, 0, 1000), 1000)) };
    })]);
}
