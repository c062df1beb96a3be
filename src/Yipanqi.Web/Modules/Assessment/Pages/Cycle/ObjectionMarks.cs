using Yipanqi.Web.Shell.Parts;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages.Cycle;

/// <summary>How the state of an objection and what its answer changed are shown.</summary>
public static class ObjectionMarks
{
    public static ChipState ChipOf(ObjectionState state) => state switch
    {
        ObjectionState.Filed => ChipState.UnderWay,
        ObjectionState.Withdrawn => ChipState.Returned,
        _ => ChipState.Done,
    };

    /// <summary>76.2 → 77.0（+0.8）; 待重新测算 while no result was made after the answer; empty where nothing was corrected.</summary>
    public static string Effect(ObjectionsQuery.Line line, T T) => line switch
    {
        { State: not ObjectionState.Accepted } => "",
        { IndexAfter: null } => T["待重新测算"],
        { IndexBefore: null } => Shown.Score(line.IndexAfter),
        _ => T["{0} → {1}（{2}）", Shown.Score(line.IndexBefore), Shown.Score(line.IndexAfter), Shown.Change(line.IndexAfter - line.IndexBefore)],
    };
}
