using Yipanqi.Web.Shell.Parts;
using Yipanqi.Web.Shell.Text;

namespace Yipanqi.Web.Modules.Assessment.Pages.Reports.Bulletins;

/// <summary>How the state of a bulletin looks.</summary>
internal static class BulletinMarks
{
    public static ChipState ChipOf(BulletinLine bulletin) => bulletin switch
    {
        { IsCorrected: true } => ChipState.Returned,
        { State: BulletinState.Issued } => ChipState.Done,
        _ => ChipState.UnderWay,
    };

    public static string WordOf(BulletinLine bulletin, T T) => bulletin switch
    {
        { State: BulletinState.Issued, IsCorrected: true } => T["已印发，结果后来更正"],
        { State: BulletinState.Issued } => T["已印发"],
        { IsCorrected: true } => T["草稿，结果已更正"],
        _ => T["草稿"],
    };
}
