using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Engine.Deadlines;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Modules.Responsibilities;

namespace Yipanqi.Web.Demo;

/// <summary>A list of duties that events ask for, in force since the demo begins, and what happened in the last half-year: some at each organ, the newest, and what waits to be accepted, at the branch and the Party committee to try the demo with.</summary>
public sealed class DemoEvents(UnitOfWork unitOfWork, DemoUnits units, DemoPeople people, TimeProvider clock)
{
    private const ulong Seed = 20261009;
    private const int Days = 170;
    private const string Code = "SX";

    private static readonly (string Code, DutyLevel Level, string Post, string Wording, string Clause, string Due, string Standard, string[] Texts)[] Duties =
    [
        ("SX-01", DutyLevel.PartyGroup, "党组", "遇有重大突发任务，研究成立临时党组织或突击队", "《中国共产党支部工作条例（试行）》（2018）关于为执行任务设立临时党支部的规定", "发生后3个工作日", "有负责人、有目标、有结束的日子",
            ["接到市里防汛应急任务，抽调 12 人到一线", "承担全市专项普查，抽调 9 人集中办公两个月"]),
        ("SX-02", DutyLevel.PartyCommittee, "机关党委", "所属支部书记出缺，提出补选意见", "《中国共产党支部工作条例（试行）》（2018）关于支部委员会成员空缺及时补选的规定", "发生后20个工作日", "有人选、有日程，出缺期间明确临时负责人",
            ["一名支部书记交流到外单位任职", "一名支部书记到龄退休"]),
        ("SX-03", DutyLevel.Branch, "支部书记", "党员转入转出，接转组织关系并编入党小组", "《中国共产党党员教育管理工作条例》（2019）关于党员组织关系管理的规定", "发生后10个工作日", "党员在一个支部过组织生活，不漏不重",
            ["一名党员从外单位调入本处室", "一名党员借调到专班半年以上", "一名党员调往外市工作"]),
        ("SX-04", DutyLevel.Branch, "支部书记", "党员遇到重大困难，上门走访并提出帮扶办法", "《中国共产党支部工作条例（试行）》（2018）关于关心帮助党员的规定", "发生后5个工作日", "当面听取本人意见，帮扶办法有人办、有期限",
            ["一名党员因病住院手术", "一名党员家中遭遇火灾"]),
    ];

    private readonly SeededRandom random = new(Seed);

    public async Task PublishAsync(DateOnly effective, CancellationToken cancellation)
    {
        var draft = Done(await new StartList(unitOfWork, clock).RunAsync(people.Officer, new("", Code, "遇事即办清单", "依据《中国共产党支部工作条例（试行）》（2018）、《中国共产党党员教育管理工作条例》（2019）编写"), cancellation));
        var version = 0;
        foreach (var duty in Duties)
        {
            var fields = new Dictionary<string, string>
            {
                [DutyText.Code] = duty.Code,
                [DutyText.Level] = DutyWords.Of(duty.Level),
                [DutyText.Post] = duty.Post,
                [DutyText.Wording] = duty.Wording,
                [DutyText.Clause] = duty.Clause,
                [DutyText.Frequency] = DutyWords.Of(DutyFrequency.OnEvent),
                [DutyText.Due] = duty.Due,
                [DutyText.Reminder] = "2",
                [DutyText.Standard] = duty.Standard,
                [DutyText.Minutes] = "30",
                [DutyText.Feeds] = "A1.2",
            };
            Done(await new WriteDuty(unitOfWork, clock).RunAsync(people.Officer, new(draft, version++, "", fields), cancellation));
        }

        Done(await new SubmitList(unitOfWork, clock).RunAsync(people.Officer, new(draft, ""), cancellation));
        Done(await new ReviewList(unitOfWork, clock).RunAsync(people.Lead, new(draft, version + 1, true, ""), cancellation));
        Done(await new PublishList(unitOfWork, clock).RunAsync(people.Officer, new(draft, effective), cancellation));
    }

    /// <summary>What the events ask for, the earliest due first.</summary>
    public async Task<IReadOnlyList<Obligation>> MakeAsync(YipanqiDb db, WorkingCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var rows = (await db.Set<Duty>().Where(d => d.Code.StartsWith(Code + "-")).ToListAsync(cancellation)).ToDictionary(d => d.Code);
        var raised = new List<Obligation>();
        foreach (var organ in units.Organs)
        {
            foreach (var duty in Duties)
            {
                var unit = duty.Level switch { DutyLevel.PartyGroup => organ.Organ, DutyLevel.PartyCommittee => organ.Party, _ => organ.Branches[0].Branch };
                var newest = organ.Name == "住房城乡建设局" && duty.Level != DutyLevel.PartyGroup;
                var texts = duty.Texts.Take(newest ? duty.Texts.Length : 1).ToArray();
                for (var i = 0; i < texts.Length; i++)
                {
                    var day = today.AddDays(-(newest && i == 0 ? 3 : 10 + (int)(random.NextDouble() * Days)));
                    var facts = rows[duty.Code].Facts;
                    var due = facts.Due.DayOf(DutyPeriod.OfEvent(day, texts[i]), calendar);
                    var one = Obligation.Raise(units.TenantId, rows[duty.Code].Id, facts, unit.Id, Guid.Empty, day, texts[i], due);
                    if (newest && i > 0 && duty.Level == DutyLevel.Branch)
                    {
                        one.Complete("已办结，结果告诉了本人。", people.Branch.PersonId, day.AddDays(2));
                    }

                    raised.Add(one);
                }
            }
        }

        return [.. raised.OrderBy(o => o.DueDay).ThenBy(o => o.DutyCode, StringComparer.Ordinal)];
    }

    private static T Done<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException("The demo was refused: " + outcome.Refusals[0].Message);
}
