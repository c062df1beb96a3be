namespace Yipanqi.Web.Shell.Frame;

/// <summary>The groups of the menu, in order.</summary>
public enum MenuGroup
{
    Overview,
    Delivery,
    Strength,
    Truth,
    Administration,
}
