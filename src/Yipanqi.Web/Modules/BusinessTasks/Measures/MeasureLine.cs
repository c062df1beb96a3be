namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>A Party measure in the list.</summary>
/// <param name="Unit">Short name of its organisation; empty while it waits to be assigned.</param>
/// <param name="Tasks">Tasks under way that a fusion point made from it serves.</param>
public sealed record MeasureLine(
    Guid Id, string Code, string Kind, string Name, string Description, Guid? UnitId, string UnitCode, string Unit, string UnitText, DateOnly FromDay, DateOnly? ToDay, string Source,
    MeasureState State, int Tasks)
{
    public bool IsOverOn(DateOnly day) => State == MeasureState.Active && ToDay < day;
}
