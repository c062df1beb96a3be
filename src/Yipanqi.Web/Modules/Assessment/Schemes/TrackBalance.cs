namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What the two tracks weigh below the root (同权重).</summary>
/// <param name="Total">Of all children of the root.</param>
public sealed record TrackBalance(double Party, double Business, double Total)
{
    public bool HasTracks => Party > 0 || Business > 0;

    public bool IsEqual => !HasTracks || Party == Business;

    public double PartyShare => Total > 0 ? Party / Total : 0;

    public double BusinessShare => Total > 0 ? Business / Total : 0;
}
