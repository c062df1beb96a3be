namespace Yipanqi.Web.Shell.Frame;

/// <summary>What a page tells the frame around it.</summary>
public enum PagePart
{
    /// <summary>The words of the browser's tab.</summary>
    Title,

    /// <summary>Elements of the document's head.</summary>
    Head,

    /// <summary>The time of its data, and how its figures come about.</summary>
    Foot,
}
