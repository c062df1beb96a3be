using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages;

/// <summary>The signal that set the level of an organisation on the board, in a few words.</summary>
public static class LeadingReason
{
    public static string Of(BoardOrganisation organisation, LevelThresholds limits)
    {
        var decision = LevelDecision.Decide(Known(organisation.Index), Tracks(organisation), Known(organisation.Index - organisation.IndexChange), limits);
        // A level that no figure asks for was set by a veto.
        foreach (var reason in decision.Level == organisation.Level ? decision.Reasons : decision.Vetoed(limits).Reasons)
        {
            if (reason.Level == organisation.Level)
            {
                return T.Of(LevelSentences.Brief(reason));
            }
        }

        return "";
    }

    private static TrackFigures Tracks(BoardOrganisation o) => new(
        Known(o.Party), Known(o.Business), State(o.Party), State(o.Business), double.NaN, Known(o.AdjustedC), Known(o.D));

    private static NodeState State(double? score) => score is null ? NodeState.DroppedOut : NodeState.Scored;

    private static double Known(double? value) => value ?? double.NaN;
}
