namespace Yipanqi.Web.Shell.Frame;

/// <summary>Addresses that the frame itself links or posts to.</summary>
public static class Addresses
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Search = "/search";
    public const string Complaint = "/complaints/new";
    public const string MyDue = "/my-due";
    public const string ToDecide = "/duties/accept";
    public const string MyAccount = "/account";
    public const string MyWork = "/progress";
    public const string Theme = "/shell/theme";
    public const string Language = "/shell/language";
}
