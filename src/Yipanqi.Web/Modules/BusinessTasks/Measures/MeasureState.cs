namespace Yipanqi.Web.Modules.BusinessTasks.Measures;

/// <summary>Whether a Party measure stands. The number is stored; over is not a state but follows from the day.</summary>
public enum MeasureState
{
    Active = 1,
    Withdrawn = 2,
}
