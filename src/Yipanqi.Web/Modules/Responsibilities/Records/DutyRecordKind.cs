namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>
/// Records of the platform by which a duty is found done, so that nobody is asked: the closed list that <see cref="DutyFacts.ComputedFrom"/> is chosen from. Each that counts is read by
/// one <see cref="IDutyRecords"/>. See docs/methods/duties-from-records.md.
/// </summary>
/// <param name="Name">As a list says it.</param>
/// <param name="Levels">The levels whose units have such records.</param>
/// <param name="Link">Address of the page where the record is made.</param>
/// <param name="Rule">When a duty is met by it, in one sentence.</param>
public sealed record DutyRecordKind(string Name, IReadOnlyList<DutyLevel> Levels, string Link, string Rule)
{
    private static readonly DutyLevel[] Organisations = [DutyLevel.PartyCommittee, DutyLevel.Branch];

    public static readonly DutyRecordKind Terms = new("届次登记", Organisations, "/terms", "到期日在届期内（经批准延期的按批准的日期）；机关党委连同所属党组织都在届期内。");

    public static readonly DutyRecordKind Stages = new("结合点阶段记录", Organisations, "/fusion", "本期有本组织（含所属党组织）结合点的党建阶段记录。");

    public static readonly DutyRecordKind JointStages = new("结合点两边阶段记录", Organisations, "/fusion", "到期日仍有效的结合点（含所属党组织的），已到期的阶段党建、业务两边都有记录；没有结合点的，可申请免办。");

    public static readonly DutyRecordKind Objectives = new("年度目标对应", Organisations, "/objectives", "本组织（含所属党组织）当年有党建目标，而且每条都对应了业务目标。");

    public static readonly DutyRecordKind Forces = new("突击队成果", Organisations, "/forces", "本期有本组织（含所属党组织）的突击队或攻关组结束并登记了成果。");

    public static readonly DutyRecordKind Dues = new("支部收缴党费的办结记录", [DutyLevel.Member], "/duties", "由支部收缴党费的责任事项说明，不按人另计。") { Counts = false };

    public static readonly DutyRecordKind Pledges = new("承诺践诺记录", [DutyLevel.Member], "/pledges", "由承诺践诺的记录说明，不按人另计。") { Counts = false };

    public static readonly IReadOnlyList<DutyRecordKind> All = [Terms, Stages, JointStages, Objectives, Forces, Dues, Pledges];

    /// <summary>Obligations are made and found done by it. What a member does is told where it is recorded, and never held against the person.</summary>
    public bool Counts { get; private init; } = true;

    /// <summary>All names in one sentence.</summary>
    public static string Names => string.Join('、', All.Select(k => k.Name));

    public static DutyRecordKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
