namespace Yipanqi.Web.Access;

/// <summary>The accounts of the demo, and of the demo alone.</summary>
public static class DemoAccounts
{
    public const string Secret = "Yipanqi-2026";
}
