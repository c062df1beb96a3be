namespace Yipanqi.Web.Access.Pages;

public sealed class NewAccountForm : PostInput
{
    public string? PersonName { get; set; }

    public string? UserName { get; set; }
}
