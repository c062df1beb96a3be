namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>A figure as a business system tells it; found again by its code within the task.</summary>
/// <param name="Direction">benefit (more is better) or cost.</param>
public sealed record FedFigure(string? Code, string? Name, string? Unit, string? Direction, double? Target, string? Due, IReadOnlyList<FedValue?>? Values)
{
    public const int MostValues = 400;
}
