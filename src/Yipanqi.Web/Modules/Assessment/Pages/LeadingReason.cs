using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>The signal that set the level of an organisation on the board, in words. The engine decides; this only speaks.</summary>
public static class LeadingReason
{
    public static string Of(BoardOrganisation organisation, T T)
    {
        var decision = LevelDecision.Decide(Known(organisation.Index), Tracks(organisation), Known(organisation.Index - organisation.IndexChange), LevelThresholds.Default);
        foreach (var reason in decision.Reasons)
        {
            if (reason.Level == organisation.Level)
            {
                return Words(reason, T);
            }
        }

        return "";
    }

    private static string Words(LevelReason reason, T T) => reason.Signal switch
    {
        LevelSignal.Score => T["综合 {0} 分，低于 {1} 分", Shown.Score(reason.Figure), reason.Limit],
        LevelSignal.Coordination => T["协调度 {0}，低于 {1}", Shown.Degree(reason.Figure), reason.Limit],
        LevelSignal.Gap => reason.Track == Track.Party
            ? T["党建比业务低 {0} 分，达到 {1} 分线", Shown.Score(reason.Figure), reason.Limit]
            : T["业务比党建低 {0} 分，达到 {1} 分线", Shown.Score(reason.Figure), reason.Limit],
        LevelSignal.Fall => T["比上季下降 {0} 分，达到 {1} 分线", Shown.Score(reason.Figure), reason.Limit],
        _ => T["数据不足，不评级别"],
    };

    private static TrackFigures Tracks(BoardOrganisation o) => new(
        Known(o.Party), Known(o.Business), State(o.Party), State(o.Business), double.NaN, Known(o.AdjustedC), Known(o.D));

    private static NodeState State(double? score) => score is null ? NodeState.DroppedOut : NodeState.Scored;

    private static double Known(double? value) => value ?? double.NaN;
}
