namespace Yipanqi.Web.Modules.PublicService.Pages;

public sealed class ComplaintForm
{
    public Guid DomainId { get; set; }

    public string? Text { get; set; }

    public string? Contact { get; set; }

    public string? PagePath { get; set; }
}
