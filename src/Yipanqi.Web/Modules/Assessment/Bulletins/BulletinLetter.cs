using System.Globalization;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Assessment.Pages;
using Yipanqi.Web.Shell.Documents;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The words of a bulletin round its figures. An official letter is in Chinese, whatever language the reader chose.</summary>
internal sealed class BulletinLetter
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    private readonly BulletinContent content;
    private readonly BulletinRemarks remarks;
    private readonly AskedQuarter asked;
    private readonly List<LetterBlock> blocks = [];
    private int sections;

    private BulletinLetter(BulletinContent content, BulletinRemarks remarks) => (this.content, this.remarks, asked) = (content, remarks, new(content.Quarter, false));

    public static string TitleOf(Quarter quarter) => $"关于{quarter.Chinese}党建业务融合考评情况的通报";

    public static OfficialLetter Of(BulletinView view, BulletinContent content)
    {
        var day = view.Line.IssuedUtc is { } issued ? ChinaTime.Of(issued).ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : "";
        var letter = new BulletinLetter(content, view.Remarks);
        return new(view.Organ, view.Line.Number, view.Line.Title, view.Remarks.Addressee.TrimEnd('：', ':'), letter.Body(), day) { Annex = BulletinTables.Ranks(content, letter.Card) };
    }

    private IReadOnlyList<LetterBlock> Body()
    {
        Say($"按照《{content.Scheme}》，{content.Quarter.Chinese}党建业务融合考评已经完成，结果于{Day(content.PublishedUtc)}发布（第 {content.SnapshotNumber} 版）。现将有关情况通报如下。");
        Overall();
        Groups();
        Movers();
        Lamps();
        Section("各维度情况", asked.At(AssessmentLinks.Board));
        blocks.Add(BulletinTables.Dimensions(content));
        Adjustments();
        Weaknesses();
        if (remarks.Demands.Length > 0)
        {
            Section("下一步要求");
            Say(remarks.Demands);
        }

        Say($"本通报的数字取自{content.Quarter.Chinese}考评结果第 {content.SnapshotNumber} 版，结果指纹 {content.ResultHash[..Math.Min(16, content.ResultHash.Length)]}，名次区间的随机种子 {content.Seed}，可以复算。各同类组名次见附件。");
        return blocks;
    }

    private void Overall()
    {
        var (now, was) = (content.Now, content.Before);
        Section("总体情况", asked.At(AssessmentLinks.Board));
        Say($"参评单位 {now.Organisations} 家，有综合得分的 {now.Scored} 家{(now.Organisations > now.Scored ? $"；{now.Organisations - now.Scored} 家已报数据不足三分之二，没有得分，不当作 0 分" : "")}。"
            + $"综合得分中位数 {With(now.Index, was?.Index)}，党建得分中位数 {With(now.Party, was?.Party)}，业务得分中位数 {With(now.Business, was?.Business)}，两轨差中位数 {With(now.Gap, was?.Gap)}。"
            + (was is null ? "没有可比的上一季。" : $"综合得分较上季上升的 {content.Rose} 家，下降的 {content.Fell} 家。"));
        Say("建议级别：" + string.Join("，", Marks.SeriousFirst.Reverse().Select(l => $"{WordOf(l)} {now.Levels[l]} 家{(was is null ? "" : $"（{FigureChange(now.Levels[l] - was.Levels[l])}）")}"))
            + "。级别由系统按得分、两轨差、协调度和降幅提出，橙色和红色由人确认，不与个人处分直接挂钩。");
        Say(remarks.Overall);
    }

    private void Groups()
    {
        Section("同类组名次", asked.At(AssessmentLinks.Race));
        Say("名次只在同类组内比较，不足 5 家的组不排名次。每个名次有 90% 区间：区间整条落在前三分之一的为领跑，整条落在后三分之一的为落后，其余不分先后，不作褒贬。");
        foreach (var (group, at) in content.Groups.Select((g, at) => (g, at)))
        {
            blocks.Add(new LetterBlock.Heading(2, $"（{Numeral(at)}）{(group.Name.Length > 0 ? group.Name : "未编入同类组的单位")}（{group.Lines.Count} 家）"));
            Say(group.Ranked == 0 ? Unranked(group) : Ranked(group));
        }
    }

    private static string Unranked(BulletinContent.Group group) =>
        $"不足 5 家，不排名次。{string.Join("；", group.Lines.Select(l => l.Index is null ? $"{l.Name}无数据" : $"{l.Name} {Shown.Score(l.Index)} 分"))}。";

    private static string Ranked(BulletinContent.Group group)
    {
        var (leaders, laggards) = (group.Of(RankStanding.Leader).ToList(), group.Of(RankStanding.Laggard).ToList());
        var undecided = group.Lines.Count(l => l.Rank is not null) - leaders.Count - laggards.Count;
        var without = group.Lines.Where(l => l.Rank is null).Select(l => l.Name).ToList();
        return (leaders.Count == 0 ? "没有单位的区间整条落在前三分之一，不列领跑。" : $"领跑：{string.Join("；", leaders.Select(l => Place(group, l)))}。")
            + (laggards.Count == 0 ? "没有单位的区间整条落在后三分之一，不列落后。" : $"落后：{string.Join("；", laggards.Select(l => Place(group, l)))}。")
            + $"其余 {undecided} 家不分先后。" + (without.Count == 0 ? "" : $"{string.Join("、", without)}得分不全，不排名次。");
    }

    private static string Place(BulletinContent.Group group, BulletinContent.Line line) =>
        $"{line.Name} {Shown.Score(line.Index)} 分，{BulletinTables.RankOf(group, line)}，区间 {line.RankLow}–{line.RankHigh}";

    private void Movers()
    {
        Section("名次变动", asked.At(AssessmentLinks.Comparison));
        if (content.Movers.Count == 0)
        {
            Say(content.Before is null ? "没有可比的上一季。" : "与上季相比，各组名次没有变动。");
            return;
        }

        Say("名次变动较大的单位和主要原因列于下表。两季名次区间有重叠的，变动可能出于偶然。");
        blocks.Add(BulletinTables.Movers(content, id => ComparisonOf(id)));
    }

    private void Lamps()
    {
        Section("级别和原因", asked.At(AssessmentLinks.Organs + "?level=red"));
        if (content.Lamps.Count == 0)
        {
            Say("各单位均为绿色。");
            return;
        }

        Say("绿色以外的单位和原因列于下表，重的在前。");
        blocks.Add(BulletinTables.Lamps(content, Card));
    }

    private void Adjustments()
    {
        Section("加减分和一票否决", asked.At(AssessmentLinks.Board));
        if (content.Adjustments.Count == 0)
        {
            Say("本季没有加减分，也没有一票否决。");
            return;
        }

        blocks.Add(BulletinTables.Adjustments(content, Card));
    }

    private void Weaknesses()
    {
        Section("共性短板", asked.At(AssessmentLinks.Board + "#coverage"));
        if (content.Weaknesses.Count > 0)
        {
            Say($"各单位合计失分最多的 {content.Weaknesses.Count} 项列于下表。");
            blocks.Add(BulletinTables.Weaknesses(content));
        }

        Say(remarks.Comment);
    }

    private void Section(string title, string? origin = null) => blocks.Add(new LetterBlock.Heading(1, $"{Numeral(sections++)}、{title}", origin));

    // A line of a remark is a paragraph.
    private void Say(string text) =>
        blocks.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new LetterBlock.Paragraph(line)));

    private string Card(Guid unitId) => asked.At(AssessmentLinks.Organ(unitId));

    private string ComparisonOf(Guid unitId) => AssessmentLinks.Compared(unitId, content.Quarter.Previous, content.Quarter);

    private static string Numeral(int at) => at < Numerals.Length ? Numerals[at] : $"十{Numerals[(at - 10) % 10]}";

    private static string With(double? now, double? was) =>
        now is null ? "无数据" : $"{Shown.Score(now)} 分{(was is null ? "" : $"（较上季 {Shown.Change(now - was)}）")}";

    private static string FigureChange(int change) => change == 0 ? "与上季持平" : $"较上季 {(change > 0 ? "+" : "−")}{Math.Abs(change)}";

    private static string Day(DateTime utc) => ChinaTime.Of(utc).ToString("M月d日", CultureInfo.InvariantCulture);

    internal static string WordOf(WarningLevel level) => level switch
    {
        WarningLevel.Green => "绿色",
        WarningLevel.Yellow => "黄色",
        WarningLevel.Orange => "橙色",
        WarningLevel.Red => "红色",
        _ => "无数据",
    };
}
