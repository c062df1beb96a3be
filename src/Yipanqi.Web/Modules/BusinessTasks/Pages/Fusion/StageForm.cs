namespace Yipanqi.Web.Modules.BusinessTasks.Pages.Fusion;

/// <summary>The fields of a record of a stage as they were posted.</summary>
public sealed class StageForm
{
    public int Number { get; set; }

    public string? Day { get; set; }

    public string? Text { get; set; }

    public string? Evidence { get; set; }

    public string? OutOfOrderReason { get; set; }

    public string? CorrectionReason { get; set; }

    public static string Trim(string? text) => text?.Trim() ?? "";
}
