namespace Yipanqi.Web.Access.Pages;

public sealed class SecretInput
{
    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Repeated { get; set; }
}
