namespace Yipanqi.Web.Shell.Parts;

/// <summary>Where one step of a way stands.</summary>
public enum StepState
{
    Done,
    Now,
    Ahead,
}
