namespace Yipanqi.Web.Shell.Parts;

/// <summary>The state of a thing, without alarm.</summary>
public enum ChipState
{
    NotBegun,
    UnderWay,
    Done,
    Late,
    Returned,
    Plain,
}
