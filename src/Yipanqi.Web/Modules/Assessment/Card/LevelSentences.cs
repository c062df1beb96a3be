using System.Globalization;
using System.Text.Json;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Why a level was set, in words: the figure as shown, and the line it passed.</summary>
public static class LevelSentences
{
    /// <summary>The stored signals of a line as sentences, the most serious first; none for green.</summary>
    public static IReadOnlyList<string> Read(string signals) =>
        [.. JsonSerializer.Deserialize<List<LevelReason>>(signals, SnapshotContent.SignalJson)!
            .Where(r => r.Level != WarningLevel.Green)
            .OrderByDescending(r => r.Level == WarningLevel.Grey ? -1 : (int)r.Level)
            .Select(Of)];

    public static string Of(LevelReason reason) => reason.Signal switch
    {
        LevelSignal.Score => $"综合得分 {One(reason.Figure)}，低于 {Plain(reason.Limit)} 分线，定为{Word(reason.Level)}。",
        LevelSignal.Coordination => $"协调度 D 为 {Three(reason.Figure)}，低于 {Plain(reason.Limit)}，至少{Word(reason.Level)}。",
        LevelSignal.Gap => $"{Name(reason.Track)}比另一轨低 {One(reason.Figure)} 分，达到 {Plain(reason.Limit)} 分线，至少{Word(reason.Level)}。",
        LevelSignal.Fall => $"综合得分较上季下降 {One(reason.Figure)} 分，达到 {Plain(reason.Limit)} 分线，至少{Word(reason.Level)}。",
        LevelSignal.Veto => "有一票否决事项，定为红色。依据见加减分。",
        _ => reason.Track == Track.None ? "已报数据不足三分之二，不能评分，属于无数据。" : $"{Name(reason.Track)}已报数据不足三分之二，没有得分。",
    };

    /// <summary>The same in a few words, where the level itself stands beside it.</summary>
    public static string Brief(LevelReason reason) => reason.Signal switch
    {
        LevelSignal.Score => $"综合 {One(reason.Figure)}，低于 {Plain(reason.Limit)} 分线",
        LevelSignal.Coordination => $"协调度 D {Three(reason.Figure)}，低于 {Plain(reason.Limit)}",
        LevelSignal.Gap => $"{Name(reason.Track)}低 {One(reason.Figure)} 分，达 {Plain(reason.Limit)} 分线",
        LevelSignal.Fall => $"较上季降 {One(reason.Figure)} 分，达 {Plain(reason.Limit)} 分线",
        LevelSignal.Veto => "一票否决",
        _ => "已报数据不足三分之二",
    };

    public static string Name(Track track) => track switch
    {
        Track.Party => "党建",
        Track.Business => "业务",
        _ => "",
    };

    private static string Word(WarningLevel level) => level switch
    {
        WarningLevel.Yellow => "黄色",
        WarningLevel.Orange => "橙色",
        WarningLevel.Red => "红色",
        _ => "无数据",
    };

    private static string One(double figure) => figure.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Three(double figure) => figure.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Plain(double figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);
}
