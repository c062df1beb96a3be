namespace Yipanqi.Web.Access.Pages;

public sealed class SetUpForm
{
    public string? Secret { get; set; }

    public string? CommitteeName { get; set; }

    public string? ShortName { get; set; }

    public string? PersonName { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public SetUp.Input ToInput() =>
        new(Secret ?? "", CommitteeName ?? "", ShortName ?? "", PersonName ?? "", UserName ?? "", Password ?? "");
}
