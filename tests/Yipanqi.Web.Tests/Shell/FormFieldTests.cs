using Yipanqi.Web.Shell.Forms;

namespace Yipanqi.Web.Tests.Shell;

public class FormFieldTests
{
    [Fact]
    public async Task Ties_help_and_error_to_the_control_and_keeps_what_was_typed()
    {
        var html = await Rendered.HtmlOf<FormField>(new()
        {
            ["Name"] = "Input.DueOn",
            ["Label"] = "整改期限",
            ["Value"] = "2026-10-10",
            ["Required"] = true,
            ["Help"] = "填今天以后的工作日。",
            ["Error"] = "10月10日早于今天。",
        });

        html.ShouldContain("aria-describedby=\"f-Input-DueOn-error f-Input-DueOn-help\"");
        html.ShouldContain("id=\"f-Input-DueOn-error\"");
        html.ShouldContain("id=\"f-Input-DueOn-help\"");
        html.ShouldContain("aria-invalid=\"true\"");
        html.ShouldContain("value=\"2026-10-10\"");
    }

    [Fact]
    public async Task Never_sends_a_password_back()
    {
        var html = await Rendered.HtmlOf<FormField>(new() { ["Name"] = "Password", ["Label"] = "口令", ["Type"] = "password", ["Value"] = "s3cret-value" });

        html.ShouldNotContain("s3cret-value");
    }

    [Fact]
    public async Task An_error_in_the_summary_links_to_its_field()
    {
        var errors = new FormErrors();
        errors.Add("Input.DueOn", "期限早于今天。");

        var html = await Rendered.HtmlOf<ErrorSummary>(new() { ["Errors"] = errors });

        html.ShouldContain("href=\"#f-Input-DueOn\"");
    }
}
