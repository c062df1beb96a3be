namespace Yipanqi.Web.Demo;

/// <summary>How an organ fares over the quarters: quality of both tracks (0–1) in the first and the last one.</summary>
public sealed record DemoStory(double PartyFirst, double BusinessFirst, double PartyLast, double BusinessLast)
{
    /// <summary>Business quality of the last quarter alone, where it breaks with the trend.</summary>
    public double? LastBusiness { get; init; }

    /// <summary>In so many of the last quarters the business figures were not reported.</summary>
    public int MissingQuarters { get; init; }

    public (double Party, double Business) At(int quarter, int quarters)
    {
        var t = quarters == 1 ? 1.0 : (double)quarter / (quarters - 1);
        var business = quarter == quarters - 1 && LastBusiness is { } last ? last : BusinessFirst + ((BusinessLast - BusinessFirst) * t);
        return (PartyFirst + ((PartyLast - PartyFirst) * t), business);
    }
}
