using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

/// <summary>Where a person's work begins: the overview, or the one page of an administrator, who sees nothing of the business.</summary>
public static class HomePage
{
    public const string NewSecret = "/account/secret";
    public const string Accounts = "/accounts";
    public const string Approvals = "/approvals";
    public const string Journal = "/journal";

    public static string Of(Actor actor) =>
        actor.Can(Permission.ViewAssessment) ? Addresses.Home
        : actor.Can(Permission.ManageAccounts) ? Accounts
        : actor.Can(Permission.ApproveAccounts) ? Approvals
        : actor.Can(Permission.AuditJournal) ? Journal
        : actor.Can(Permission.ViewDuties) ? Addresses.MyDue
        : Addresses.MyAccount;
}
