using Yipanqi.Web.Access.Packs;

namespace Yipanqi.Web.Access.Pages;

public sealed class SetUpForm
{
    public string? Secret { get; set; }

    public string Pack { get; set; } = TemplatePacks.Default.Code;

    public string? CommitteeName { get; set; }

    public string? ShortName { get; set; }

    public string? PersonName { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? SystemName { get; set; }

    public string? SystemAccount { get; set; }

    public string? SecurityName { get; set; }

    public string? SecurityAccount { get; set; }

    public string? AuditName { get; set; }

    public string? AuditAccount { get; set; }

    public SetUp.Input ToInput() => new(
        Secret ?? "", Pack, PostInput.Text(CommitteeName), PostInput.Text(ShortName), PostInput.Text(PersonName), PostInput.Text(UserName), Password ?? "",
        new(PostInput.Text(SystemName), PostInput.Text(SystemAccount)),
        new(PostInput.Text(SecurityName), PostInput.Text(SecurityAccount)),
        new(PostInput.Text(AuditName), PostInput.Text(AuditAccount)));
}
