namespace Yipanqi.Web.Jobs;

/// <summary>Where a piece of long work stands.</summary>
public enum LongWorkState
{
    Running,
    Done,
    Refused,
    Interrupted,
}
