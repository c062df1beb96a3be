using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.BusinessTasks.Fusion;

namespace Yipanqi.Web.Modules.BusinessTasks.Pages.Fusion;

/// <summary>The fields of the forms of a fusion point as they were posted.</summary>
public sealed class FusionForm
{
    public int Version { get; set; }

    public Picked? Party { get; set; }

    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Change { get; set; }

    public string? Whom { get; set; }

    public string? Measure { get; set; }

    public Picked? Owner { get; set; }

    public FusionInput ToInput() => new(StageForm.Trim(Kind), StageForm.Trim(Name), StageForm.Trim(Change), StageForm.Trim(Whom), StageForm.Trim(Measure), Owner);
}
