using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Fusion;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;
using Yipanqi.Web.Modules.Assessment;
using Yipanqi.Web.Modules.BusinessTasks;
using Yipanqi.Web.Modules.BusinessTasks.Forces;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;
using Yipanqi.Web.Modules.BusinessTasks.KeyFigures;
using Yipanqi.Web.Modules.BusinessTasks.Measures;
using Yipanqi.Web.Modules.BusinessTasks.Objectives;
using Yipanqi.Web.Modules.BusinessTasks.Posts;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Demo;

/// <summary>
/// Key tasks of the organs with all that hangs on them, over the quarters of the demo. How likely something is done, and in time, follows the organ's
/// story, so that the figures computed from the records tell the story too. The same seed makes the same records.
/// </summary>
/// <param name="qualityOf">Quality of Party work and business (0–1) of an organ in a quarter.</param>
public sealed class DemoTasks(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people, Func<DemoOrgan, Quarter, (double Party, double Business)> qualityOf)
{
    /// <summary>Nothing is recorded after this day.</summary>
    private static readonly DateOnly LastDay = DemoMembers.Day;

    /// <summary>Organs whose group works away this autumn, without a temporary organisation yet.</summary>
    private static readonly string[] Away = ["应急管理局", "农业农村局"];

    /// <summary>Measures tied to no task.</summary>
    private static readonly (string Kind, string Name, string Says)[] Loose =
    [
        ("theme-day", "红色场馆主题党日", "到红色场馆参观学习，交流体会。"), ("brand", "“书香机关”读书品牌", "每月一次读书交流，轮流领读。"),
        ("alliance", "与社区党组织结对", "节日走访困难群众，帮助社区整理环境。"), ("talk", "理论宣讲进支部", "支部书记讲党课，一季一次。"),
    ];

    private const ulong Seed = 20260331;
    private const int FirstYear = 2024;
    private const int FewestTasks = 3;
    private const int PledgesAQuarter = 2;

    private readonly SeededRandom random = new(Seed);
    private readonly List<object> rows = [];
    private Dictionary<Guid, List<Person>> members = [];

    public Task AddAsync(CancellationToken cancellation) => unitOfWork.WriteAsync<bool>(
        units.TenantId,
        async db =>
        {
            var people = await (from m in db.Set<Membership>() where m.ToDay == null join p in db.Set<Person>() on new { m.TenantId, Id = m.PersonId } equals new { p.TenantId, p.Id } select new { m.UnitId, Person = p })
                .AsNoTracking().ToListAsync(cancellation);
            members = people.GroupBy(p => p.UnitId).ToDictionary(g => g.Key, g => g.Select(p => p.Person).OrderBy(p => p.Name, StringComparer.Ordinal).ToList());
            foreach (var (organ, at) in units.Organs.Select((o, at) => (o, at)))
            {
                for (var year = FirstYear; year <= LastDay.Year; year++)
                {
                    AddYear(organ, at, year);
                }
            }

            db.AddRange(rows);
            await db.SaveAsync(new Change(null, Instant(LastDay), "task.imported", nameof(BusinessTask), null, "", $"{{\"count\":{rows.OfType<BusinessTask>().Count()}}}"), cancellation);
            return true;
        },
        cancellation);

    private void AddYear(DemoOrgan organ, int at, int year)
    {
        AddObjectives(organ, year);
        if (year == LastDay.Year)
        {
            AddLooseMeasures(organ, at, year);
        }

        var count = year == LastDay.Year && IsSilent(organ) ? 0 : FewestTasks + ((at + year) % 2);
        for (var i = 0; i < count; i++)
        {
            AddTask(organ, DemoTaskName.All[((7 * at) + (3 * year) + (5 * i)) % DemoTaskName.All.Count], year, i);
        }

        foreach (var (branch, _) in organ.Branches)
        {
            AddPledges(organ, branch, year);
            if (year == LastDay.Year)
            {
                AddOwnPledge(branch);
            }
        }
    }

    // Whose business figures stopped coming told no tasks of the year either.
    private static bool IsSilent(DemoOrgan organ) => DemoOrgans.Stories.TryGetValue(organ.Name, out var story) && story.MissingQuarters > 0;

    private void AddTask(DemoOrgan organ, DemoTaskName name, int year, int number)
    {
        var (branch, department) = organ.Branches[number % organ.Branches.Count];
        var importance = number == 0 ? TaskImportance.Critical : number == 1 ? TaskImportance.Important : TaskImportance.Normal;
        var (start, due) = (new DateOnly(year, 1, 4), new DateOnly(year, 12, 20));
        var task = BusinessTask.New(units.TenantId, $"{year}-{organ.Party.Code}-{number + 1:00}", new(year, $"{name.Title}（{organ.Name}）", "", importance, $"示政发〔{year}〕1 号", start, due, false, ""));
        task.Assign(department);
        rows.Add(task);
        AddMilestones(organ, task, year);
        AddFigures(organ, task, name, year);
        var party = qualityOf(organ, new Quarter(year, 1)).Party;
        rows.Add(KeyPost.New(task, "牵头负责", Chance(Between(.3, 1, party)) ? Pick(branch) : null));
        var point = Chance(.9 * party) ? AddPoint(organ, branch, task, name, year) : null;
        AddStages(organ, task, point, year);
        if (point is not null && number == 0)
        {
            AddForce(organ, branch, task, name, year);
        }
    }

    private void AddMilestones(DemoOrgan organ, BusinessTask task, int year)
    {
        string[] titles = ["方案印发", "任务过半", "主要指标完成", "验收总结"];
        var open = false;
        for (var quarter = 1; quarter <= titles.Length; quarter++)
        {
            var due = quarter == titles.Length ? task.DueDay : new Quarter(year, quarter).LastDay.AddDays(-(int)(random.NextDouble() * 20));
            var step = Milestone.New(task, quarter, titles[quarter - 1], quarter == 1 ? task.StartDay : new Quarter(year, quarter).FirstDay, due);
            var business = qualityOf(organ, new Quarter(year, quarter)).Business;
            var done = Chance(Between(.5, 1, business)) ? due.AddDays(-(int)(random.NextDouble() * 10)) : due.AddDays(3 + (int)(random.NextDouble() * 60 * (1.2 - business)));
            open |= !(done <= LastDay && step.Meet(done));
            rows.Add(step);
        }

        if (!open)
        {
            task.Complete(rows.OfType<Milestone>().TakeLast(titles.Length).Max(m => m.DoneDay!.Value));
        }
    }

    // One figure for the half-year and one for the year, told each quarter by the business system.
    private void AddFigures(DemoOrgan organ, BusinessTask task, DemoTaskName name, int year)
    {
        var target = Math.Round(20 + (180 * random.NextDouble()));
        foreach (var (code, title, share, quarter) in new[] { ("K1", $"上半年{name.Figure}", .5, 2), ("K2", $"全年{name.Figure}", 1.0, 4), ("K3", $"前三季度{name.Figure}", .75, 3), ("K4", $"一季度{name.Figure}", .25, 1) })
        {
            var figure = KeyFigure.New(task, code, new(title, name.Unit, FigureDirection.Benefit, Math.Round(target * share), new Quarter(year, quarter).LastDay));
            rows.Add(figure);
            var day = new Quarter(year, quarter).LastDay;
            if (day <= LastDay)
            {
                var attained = Between(.6, 1, qualityOf(organ, new Quarter(year, quarter)).Business) + (.08 * random.NextGaussian());
                rows.Add(KeyFigureValue.New(figure, day, Math.Round(figure.Target * Math.Max(.2, attained), 1), $"{organ.Name}业务系统", Instant(day)));
            }
        }
    }

    private FusionPoint AddPoint(DemoOrgan organ, Unit branch, BusinessTask task, DemoTaskName name, int year)
    {
        var owner = Pick(branch);
        var measure = AddMeasure(branch, task.Code, new(name.Kind, name.Measure, $"为“{name.Title.Replace('“', '‘').Replace('”', '’')}”开展，{name.Change}。", new DateOnly(year, 1, 5), new DateOnly(year, 12, 31), owner, Plan(year)));
        var point = FusionPoint.Join(task, branch, new(name.Kind, name.Measure, name.Change, "办事企业和群众", $"看“{name.Figure}”和服务对象评价", owner), people.Office.PersonId, new DateOnly(year, 1, 10), measure);
        if (Chance(.8))
        {
            var rating = Math.Clamp((int)Math.Round(Between(2, 5, qualityOf(organ, new Quarter(year, 2)).Party) + (.5 * random.NextGaussian())), 1, FusionPoint.BestRating);
            point.Rate(rating, "对照年初确定的衡量办法评定。", people.Officer.PersonId, Instant(new DateOnly(year, 4, 10)));
        }

        rows.Add(point);
        return point;
    }

    private PartyMeasure AddMeasure(Unit branch, string code, MeasureFacts facts)
    {
        var measure = PartyMeasure.New(units.TenantId, "JC-" + code, facts);
        measure.Assign(branch);
        rows.Add(measure);
        return measure;
    }

    // What every branch does besides, of which some serves no task: the reverse check finds it.
    private void AddLooseMeasures(DemoOrgan organ, int at, int year)
    {
        foreach (var (kind, name, says) in Loose.Skip(at % Loose.Length).Take(1 + (at % 2)))
        {
            var (branch, _) = organ.Branches[at % organ.Branches.Count];
            AddMeasure(branch, $"{year}-{organ.Party.Code}-{kind}", new(kind, name, says, new DateOnly(year, 3, 1), null, null, Plan(year)));
        }
    }

    private static string Plan(int year) => $"{year}年机关党建工作要点";

    private void AddStages(DemoOrgan organ, BusinessTask task, FusionPoint? point, int year)
    {
        (TaskStage Stage, int Month, string Business, string Party)[] stages =
        [
            (TaskStage.Plan, 1, "局务会研究任务方案", "支委会同步研究党建举措"), (TaskStage.Deploy, 2, "召开任务部署会", "党员大会部署，领任务到人"),
            (TaskStage.Implement, 7, "任务推进过半，形成阶段成果", "党员骨干攻坚，组织现场办公"), (TaskStage.Inspect, 9, "开展任务督查", "督查党建举措落实情况"),
        ];
        foreach (var (stage, month, business, party) in stages)
        {
            var quality = qualityOf(organ, Quarter.Of(new DateOnly(year, month, 1)));
            var day = new DateOnly(year, month, 5 + (int)(random.NextDouble() * 20));
            if (day <= LastDay && Chance(.75 + (.25 * quality.Business)))
            {
                rows.Add(StageRecord.Of(task, null, stage, new(day, business, "", stage == TaskStage.Plan ? "" : "按任务进度记录。", ""), null, people.Office.PersonId, Instant(day)));
            }

            var lag = (int)Math.Round(Math.Max(0, Between(60, 5, quality.Party) * (.4 + (1.2 * random.NextDouble()))));
            var partyDay = day.AddDays(lag);
            if (point is not null && partyDay <= LastDay && Chance(.7 + (.3 * quality.Party)))
            {
                rows.Add(StageRecord.Of(task, point, stage, new(partyDay, party, "", stage == TaskStage.Plan ? "" : "按工作进度记录。", ""), null, people.Branch.PersonId, Instant(partyDay)));
            }
        }
    }

    private void AddForce(DemoOrgan organ, Unit branch, BusinessTask task, DemoTaskName name, int year)
    {
        var force = TaskForce.Found(task, branch, name.Kind == "research" ? ForceKind.Research : ForceKind.Vanguard, $"{organ.Name}{(name.Kind == "research" ? "攻关组" : "突击队")}", new DateOnly(year, 1, 15), new DateOnly(year, 12, 20));
        if (year == LastDay.Year && Away.Contains(organ.Name))
        {
            force.GoAway("对口支援县", new DateOnly(year, 9, 14), new DateOnly(year, 11, 30));
        }

        rows.Add(force);
        foreach (var (person, at) in members.GetValueOrDefault(branch.Id, []).Take(5).Select((p, at) => (p, at)))
        {
            rows.Add(ForceMember.Join(force, person.Id, force.FromDay, at == 0));
        }

        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var due = new Quarter(year, quarter).LastDay.AddDays(-3);
            var goal = ForceGoal.Set(force, $"第{"一二三四"[quarter - 1]}季度：{name.Change}", due);
            if (due <= LastDay && Chance(Between(.4, 1, qualityOf(organ, new Quarter(year, quarter)).Party)))
            {
                goal.Meet(due.AddDays(-(int)(random.NextDouble() * 15)), "按期完成，已报机关党委。");
            }

            rows.Add(goal);
        }

        if (force.UntilDay <= LastDay)
        {
            force.End(force.UntilDay, "任务告一段落，经验和未了事项移交支部。");
        }
    }

    private void AddObjectives(DemoOrgan organ, int year)
    {
        var business = new[] { "重点任务按期办结", "服务对象评价稳步提升", "业务指标好于上年" }.Select(t => Objective.New(organ.Organ, year, t)).ToList();
        rows.AddRange(business);
        foreach (var (text, at) in new[] { "党员在重点任务中作用发挥到位", "支部围绕业务难题开展攻坚", "党建举措与业务同谋划同部署", "以作风建设促服务提升" }.Select((t, at) => (t, at)))
        {
            var party = Objective.New(organ.Party, year, text);
            if (Chance(Between(.3, 1, qualityOf(organ, new Quarter(year, 1)).Party)))
            {
                party.Tie(business[at % business.Count]);
            }

            rows.Add(party);
        }
    }

    private void AddPledges(DemoOrgan organ, Unit branch, int year)
    {
        foreach (var quarter in Enumerable.Range(1, 4).Select(q => new Quarter(year, q)).Where(q => q.FirstDay <= LastDay))
        {
            foreach (var person in members.GetValueOrDefault(branch.Id, []).Skip((quarter.Number - 1) * PledgesAQuarter).Take(PledgesAQuarter))
            {
                var pledge = Pledge.Make(person, branch, null, "本季度带头啃一件难办的事，按期办结。", quarter.FirstDay.AddDays(5), quarter.LastDay.AddDays(-5));
                if (pledge.DueDay <= LastDay && Chance(Between(.4, 1, qualityOf(organ, quarter).Party)))
                {
                    pledge.Fulfil(pledge.DueDay.AddDays(-(int)(random.NextDouble() * 10)), "已办结。");
                    pledge.Confirm("属实。", people.Branch.PersonId, Instant(pledge.DueDay));
                }

                rows.Add(pledge);
            }
        }
    }

    // Who signs in as the member finds one under way.
    private void AddOwnPledge(Unit branch)
    {
        if (members.GetValueOrDefault(branch.Id, []).Find(people.IsMember) is { } member)
        {
            rows.Add(Pledge.Make(member, branch, null, "年底前把经办的 3 件会签超期事项全部办结。", LastDay.AddDays(-5), new DateOnly(LastDay.Year, 12, 20)));
        }
    }

    private Guid? Pick(Unit branch) => members.GetValueOrDefault(branch.Id) is { Count: > 0 } there ? there[(int)(random.NextDouble() * there.Count)].Id : null;

    private bool Chance(double probability) => random.NextDouble() < probability;

    private static double Between(double floor, double target, double quality) => floor + ((target - floor) * quality);

    private static DateTime Instant(DateOnly day) => day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc) - ChinaTime.Offset;
}
