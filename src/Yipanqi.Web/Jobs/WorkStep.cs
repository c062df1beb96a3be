namespace Yipanqi.Web.Jobs;

/// <summary>How far work has come: what it does now, and which step of how many that is.</summary>
public sealed record WorkStep(string Name, int Number, int Of)
{
    /// <summary>Before the first step: others stand before it in the queue.</summary>
    public static readonly WorkStep Waiting = new("排队等候", 0, 1);

    public int Percent => Of <= 0 ? 0 : Math.Clamp(100 * Number / Of, 0, 100);
}
