namespace Yipanqi.Web.Access;

/// <summary>The accounts of the demo, and of the demo alone.</summary>
public static class DemoAccounts
{
    public const string Secret = "Yipanqi-2026";

    /// <summary>Head of the committee, officer of the committee, an organ's Party committee, a branch secretary.</summary>
    public static readonly IReadOnlyList<string> Names = ["lead", "officer", "office", "branch"];
}
