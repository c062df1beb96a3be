using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Modules.Assessment.Pages;
using Yipanqi.Web.Shell.Documents;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The tables of a bulletin; each figure leads to where it comes from on the screen.</summary>
internal static class BulletinTables
{
    public static LetterBlock Movers(BulletinContent content, Func<Guid, string> origin) => new LetterBlock.Table(
        "名次变动较大的单位",
        [new("单位", 16), new("同类组", 15), new("名次", 10, true), new("得分变化", 10, true), new("主要原因（分）", 35), new("说明", 14)],
        [.. content.Movers.Select(m => (IReadOnlyList<LetterBlock.Cell>)
        [
            m.Name, m.Group, $"{m.RankBefore}→{m.Rank}", new(Shown.Change(m.IndexChange), origin(m.UnitId)), string.Join("；", m.Items.Select(i => $"{i.Code} {i.Name} {Shown.Signed(i.Total)}")),
            m.IsBeyondChance ? "区间不重叠" : "可能出于偶然",
        ])]);

    public static LetterBlock Lamps(BulletinContent content, Func<Guid, string> origin) => new LetterBlock.Table(
        "绿色以外的单位",
        [new("建议级别", 14), new("单位", 24), new("原因", 62)],
        [.. content.Lamps.Select(l => (IReadOnlyList<LetterBlock.Cell>)[BulletinLetter.WordOf(l.Level), new(l.Name, origin(l.UnitId)), string.Concat(l.Reasons)])]);

    public static LetterBlock Dimensions(BulletinContent content) => new LetterBlock.Table(
        "各维度得分中位数",
        [new("维度", 46), new("中位数", 18, true), new("较上季", 18, true), new("有得分的单位", 18, true)],
        [.. content.Dimensions.Select(d => (IReadOnlyList<LetterBlock.Cell>)[$"{d.Code} {d.Name}", Shown.Score(d.Median), Shown.Change(d.Median - d.MedianBefore), Figures.Count(d.Scored)])]);

    public static LetterBlock Adjustments(BulletinContent content, Func<Guid, string> origin) => new LetterBlock.Table(
        "加减分和一票否决",
        [new("单位", 20), new("种类", 14), new("分值", 10, true), new("事由和依据", 34), new("文号", 22)],
        [.. content.Adjustments.Select(a => (IReadOnlyList<LetterBlock.Cell>)
        [
            new(a.Name, origin(a.UnitId)), AdjustmentWords.NameOf(a.Kind), AdjustmentWords.Points(a.Kind, a.Hundredths), a.Basis, a.Document,
        ])]);

    public static LetterBlock Weaknesses(BulletinContent content) => new LetterBlock.Table(
        "失分最多的项目",
        [new("项目", 38), new("占全部失分", 16, true), new("得分中位数", 16, true), new("低于 60 分", 15, true), new("未上报", 15, true)],
        [.. content.Weaknesses.Select(w => (IReadOnlyList<LetterBlock.Cell>)
        [
            $"{w.Code} {w.Name}", Figures.Percent(w.LostShare), Shown.Score(w.Median), $"{w.Low} / {w.Scored} 家", $"{w.NotReported} 家",
        ])]);

    /// <summary>附件：the ranks of each ranked group with their intervals.</summary>
    public static IReadOnlyList<LetterBlock> Ranks(BulletinContent content, Func<Guid, string> origin) =>
        [new LetterBlock.Heading(1, "附件　各同类组名次"), .. content.Groups.Where(g => g.Ranked > 0).Select(g => Ranks(g, origin))];

    /// <summary>第 3 名, 并列第 3 名.</summary>
    public static string RankOf(BulletinContent.Group group, BulletinContent.Line line) => $"{(IsTied(group, line) ? "并列" : "")}第 {line.Rank} 名";

    private static LetterBlock.Table Ranks(BulletinContent.Group group, Func<Guid, string> origin) => new(
        $"{group.Name}（排名 {group.Ranked} 家）",
        [new("名次", 12, true), new("单位", 28), new("综合得分", 14, true), new("较上季", 12, true), new("90% 区间", 14, true), new("结论", 20)],
        [.. group.Lines.Select(l => (IReadOnlyList<LetterBlock.Cell>)
        [
            l.Rank is null ? "不排" : IsTied(group, l) ? $"并列 {l.Rank}" : $"{l.Rank}", l.Name, new(l.Index is null ? "无数据" : Shown.Score(l.Index), origin(l.UnitId)), Shown.Change(l.IndexChange),
            l.RankLow is null ? Figures.None : $"{l.RankLow}–{l.RankHigh}", VerdictOf(l),
        ])]);

    private static bool IsTied(BulletinContent.Group group, BulletinContent.Line line) => line.Rank is not null && group.Lines.Count(l => l.Rank == line.Rank) > 1;

    private static string VerdictOf(BulletinContent.Line line) => line switch
    {
        { Rank: null } => "不排名次",
        { Verdict: RankStanding.Leader } => "领跑",
        { Verdict: RankStanding.Laggard } => "落后",
        _ => "不分先后",
    };
}
