using Yipanqi.Web.Shell.Parts;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages.Cycle;

/// <summary>States of a self-report as the pages show them.</summary>
public static class ManualWords
{
    public static string NameOf(ManualState? state, T T) => state switch
    {
        ManualState.Entered => T["待核"],
        ManualState.Reviewed => T["已核定"],
        ManualState.Returned => T["退回"],
        _ => T["未报"],
    };

    public static ChipState ChipOf(ManualState? state) => state switch
    {
        ManualState.Entered => ChipState.UnderWay,
        ManualState.Reviewed => ChipState.Done,
        ManualState.Returned => ChipState.Returned,
        _ => ChipState.NotBegun,
    };
}
