using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.Pages.Terms;

/// <summary>The fields of a new seat as they were posted.</summary>
public sealed class SeatForm
{
    public Picked? Person { get; set; }

    public string? Role { get; set; }

    public string? Kind { get; set; }

    public string? FromDay { get; set; }
}
