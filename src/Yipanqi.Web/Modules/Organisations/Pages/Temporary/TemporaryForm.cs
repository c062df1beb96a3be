using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.Pages.Temporary;

/// <summary>The fields of the forms of temporary organisations as they were posted.</summary>
public sealed class TemporaryForm
{
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Purpose { get; set; }

    public string? Basis { get; set; }

    public string? FromDay { get; set; }

    public string? UntilDay { get; set; }

    public string? Role { get; set; }

    public string? Day { get; set; }

    public string? Text { get; set; }

    public Picked? Secretary { get; set; }

    public Picked? Person { get; set; }
}
