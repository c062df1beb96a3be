namespace Yipanqi.Web.Shell.Drawing;

/// <summary>Said only where the whole interval of ranks lies in one third; otherwise the order may be chance.</summary>
public enum RankVerdict
{
    Undecided,
    Leading,
    Lagging,
}
