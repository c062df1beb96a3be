using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.Organisations.Pages.People;

/// <summary>The fields of a move as they were posted.</summary>
public sealed class MoveForm
{
    public string? Kind { get; set; }

    public Picked? Branch { get; set; }

    public string? Day { get; set; }

    public string? Note { get; set; }
}
