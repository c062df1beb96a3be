namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>What the holder asks of the level above. The number is stored.</summary>
public enum RequestKind
{
    Extension = 1,
    Exemption = 2,
    Decline = 3,
}
