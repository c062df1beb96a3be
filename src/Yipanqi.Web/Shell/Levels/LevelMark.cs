namespace Yipanqi.Web.Shell.Levels;

/// <summary>What a level looks like on a page. No data is a state of its own, never green.</summary>
public enum LevelMark
{
    Green,
    Yellow,
    Orange,
    Red,
    None,
}
