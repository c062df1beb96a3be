using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages.Forces;

/// <summary>The fields of the forms of task forces and pledges as they were posted.</summary>
public sealed class ForceForm
{
    public int Version { get; set; }

    public Picked? Party { get; set; }

    public Picked? Person { get; set; }

    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Text { get; set; }

    public string? TaskCode { get; set; }

    public string? FromDay { get; set; }

    public string? UntilDay { get; set; }

    public string? DueDay { get; set; }

    public string? Day { get; set; }

    public string? Result { get; set; }

    public string? Basis { get; set; }

    public string? AwayPlace { get; set; }

    public string? AwayFrom { get; set; }

    public string? AwayUntil { get; set; }
}
