using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Demo;

/// <summary>What presents the last published quarter of the demo: talks with comments, an example, and an issued bulletin. Content and documents are fictional.</summary>
public sealed class DemoTalks(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people)
{
    private const int TalkDay = 12;
    private const int CommentDay = 14;
    private const int IssueDay = 16;

    private static readonly (string Organ, string Highlights, string Problems, string Title, string Example, string Comment, bool Spread)[] Talks =
    [
        ("审计局", "审计整改按期率连续三个季度上升，整改经验在全市推广。", "部分支部主题党日“五个一”记录不全。", "整改清单双签字",
            "每项审计问题由业务处室负责人和支部书记共同签字认领，支部每两周过一遍进度，逾期的在支委会上说明原因。一个季度内按期整改率由七成升到九成以上。", "做法实在，问题和责任人对得上。请把双签字表样报工委，供其他单位借鉴。", true),
        ("信访局", "疑难信访件包案办理，办结率有所提高。", "群众满意度抽查只有 46%，被一票否决；初信初访化解不够。", "", "", "满意度是硬指标。请十日内报整改方案，逐件回访，不要只报办结数。", false),
        ("教育局", "校外培训治理完成全部点位核查。", "党建计划比业务计划晚一个多月，四同时差偏大。", "计划同日会签", "年度党建要点和业务要点同一天提交党组会，同一张表会签，部署时间差由 41 天降到 9 天。", "", false),
    ];

    private readonly DemoClock clock = new();

    public async Task AddAsync(Quarter quarter, CancellationToken cancellation)
    {
        clock.SetDay(quarter.LastDay.AddDays(TalkDay));
        await TalkAsync(quarter, "住房城乡建设局", people.Office, ("老旧小区改造临时党支部建到项目部，居民投诉下降。", "物业纠纷类重点任务结合点只写在纸上，业务推进慢于党建部署。",
            "楼道里的支部会", "把支部会开到改造楼栋，住户代表列席，现场定下当周要办的三件事，下周开会先对账。一个季度办结 126 件，返工 2 件。"), cancellation);
        foreach (var (organ, highlights, problems, title, example, _, _) in Talks)
        {
            await TalkAsync(quarter, organ, people.Officer, (highlights, problems, title, example), cancellation);
        }

        clock.SetDay(quarter.LastDay.AddDays(CommentDay));
        await CommentAsync(quarter, "住房城乡建设局", "抓住了群众身边的事。下季度请写明结合点的业务指标，两轨的时间要对齐。", true, cancellation);
        foreach (var (organ, _, _, _, _, comment, spread) in Talks.Where(t => t.Comment.Length > 0))
        {
            await CommentAsync(quarter, organ, comment, spread, cancellation);
        }

        await IssueAsync(quarter, cancellation);
    }

    private async Task IssueAsync(Quarter quarter, CancellationToken cancellation)
    {
        using var snapshots = new SnapshotStore();
        var id = Done(await new DraftBulletin(unitOfWork, clock).RunAsync(people.Officer, quarter, cancellation));
        var remarks = new BulletinRemarks(
            "示直工通", "市直各机关党委（党组）", "总的看，多数单位党建与业务同谋划、同部署有进步，但仍有少数单位“两张皮”，个别单位群众满意度触碰底线。",
            "失分集中的几项，多是计划脱节、记录不全和长期跟踪不够，属于只要抓就能改的问题。",
            "一、红色、橙色单位在 10 个工作日内报整改方案，明确责任人和时限。\n二、各单位对照共性短板自查，在本单位填报页写明改到什么程度、何时见效。\n三、无数据的单位按期补报，不得以补报代替整改。");
        Done(await new EditBulletin(unitOfWork, clock).RunAsync(people.Officer, new(id, 0, remarks), cancellation));
        clock.SetDay(quarter.LastDay.AddDays(IssueDay));
        Done(await new IssueBulletin(unitOfWork, snapshots, clock).RunAsync(people.Lead, new(id, 1), cancellation));
    }

    private async Task TalkAsync(
        Quarter quarter, string organ, Actor by, (string Highlights, string Problems, string Title, string Example) words, CancellationToken cancellation) =>
        Done(await new WriteTalk(unitOfWork, clock).RunAsync(by, new(quarter, IdOf(organ), words.Highlights, words.Problems, words.Title, words.Example), cancellation));

    private async Task CommentAsync(Quarter quarter, string organ, string comment, bool spread, CancellationToken cancellation) =>
        Done(await new CommentTalk(unitOfWork, clock).RunAsync(people.Lead, new(quarter, IdOf(organ), comment, spread), cancellation));

    private Guid IdOf(string organ) => units.Organs.Single(o => o.Name == organ).Party.Id;

    private static T Done<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException("The demo was refused: " + outcome.Refusals[0].Message);
}
