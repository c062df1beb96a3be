using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Demo;

/// <summary>Key tasks of the year, most of them joined to a Party measure, with the records of both sides. Titles and figures are fictional.</summary>
public sealed class DemoFusion(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people)
{
    private const int Year = 2026;
    private static readonly string[] Done = ["研究定了目标、分工和时限", "开会部署，任务分到处室和支部", "按月推进，解决了会签、选址等问题", "现场检查，问题当场交办"];

    public Task AddAsync(CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        units.TenantId,
        async db =>
        {
            var now = DemoMembers.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            foreach (var (story, at) in DemoTaskStory.All.Select((s, i) => (s, i)))
            {
                Add(db, story, at, now);
            }

            await db.SaveAsync(new Change(null, now, "demo.founded", nameof(BusinessTask), null), cancellation);
            return true;
        },
        cancellation);

    private void Add(YipanqiDb db, DemoTaskStory story, int at, DateTime now)
    {
        var organ = units.Organs.Single(o => o.Name == story.Organ);
        var task = BusinessTask.New(units.TenantId, $"ZD{Year}-{at + 1:000}", new TaskFacts(
            Year, story.Title, "", story.Importance, $"示政办发〔{Year}〕1 号", TaskFacts.YearStart(Year), TaskFacts.YearEnd(Year), false, ""));
        task.Assign(organ.Organ);
        var point = story.Kind.Length == 0 ? null : FusionPoint.Join(
            task, organ.Party, new FusionFacts(story.Kind, story.Measure, story.Change, "办事群众和企业", "看上面的数字季末有没有变", null), people.Lead.PersonId, TaskFacts.YearStart(Year).AddDays(20 + at));
        db.Add(task);
        if (point is not null)
        {
            db.Add(point);
        }

        foreach (var (stage, (party, business)) in StageTimes.All.Zip(story.Days))
        {
            Record(db, task, null, stage, business, now);
            Record(db, task, point, stage, point is null ? null : party, now);
        }
    }

    private void Record(YipanqiDb db, BusinessTask task, FusionPoint? point, TaskStage stage, DateOnly? day, DateTime now)
    {
        if (day is { } there)
        {
            var text = (point is null ? "局长办公会" : "支委会") + Done[(int)stage - 1];
            db.Add(StageRecord.Of(task, point, stage, new StageFacts(there, text, "", "", ""), null, people.Lead.PersonId, now));
        }
    }
}
