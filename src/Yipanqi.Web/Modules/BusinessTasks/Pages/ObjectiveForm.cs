using Yipanqi.Web.Access;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages;

/// <summary>The fields of an objective as they were posted.</summary>
public sealed class ObjectiveForm
{
    public Picked? Unit { get; set; }

    public string? Year { get; set; }

    public string? Text { get; set; }

    public string? ToId { get; set; }

    public int Version { get; set; }
}
