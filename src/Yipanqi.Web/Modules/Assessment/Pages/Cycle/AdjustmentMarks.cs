using Yipanqi.Web.Shell.Parts;

namespace Yipanqi.Web.Modules.Assessment.Pages.Cycle;

/// <summary>How the state of an adjustment is shown.</summary>
public static class AdjustmentMarks
{
    public static ChipState ChipOf(AdjustmentState state) => state switch
    {
        AdjustmentState.Entered => ChipState.UnderWay,
        AdjustmentState.Confirmed => ChipState.Done,
        _ => ChipState.Returned,
    };
}
