namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What one item added to the change of the index since the previous quarter; all together add up to the change exactly.</summary>
public sealed record CardContribution(string Code, string Name, double Value, double Weight, double Coverage)
{
    public double Total => Value + Weight + Coverage;
}
