using System.Globalization;

namespace Yipanqi.Web.Shell.Levels;

/// <summary>What a stone looks like: how its halves stand to each other and how far apart. Stones that look the same are equal.</summary>
/// <param name="Lag">Days between the halves as far as they show: 0 up to a week, then up to where the gap no longer grows.</param>
public readonly record struct StoneForm(StoneState State, int Lag)
{
    private const int ClosedUpToDays = 7;
    private const double LeastGap = 2.5;
    private const double MostGap = 12;
    private const double DaysAUnit = 5;
    private const double Middle = 38;

    public static StoneForm Of(StoneState state, int lagDays) =>
        new(state, state != StoneState.Both || lagDays <= ClosedUpToDays ? 0 : Math.Min(lagDays, (int)Math.Ceiling((MostGap - LeastGap) * DaysAUnit)));

    public string Id => $"st-{State.ToString().ToLowerInvariant()}-{Lag}";

    /// <summary>Units of the drawing from the middle to each half.</summary>
    public double Gap => Lag == 0 ? 0 : Math.Min(MostGap, LeastGap + (Lag / DaysAUnit));

    public double Left => Middle - State switch { StoneState.Both => Gap, StoneState.PartyLate => 6, StoneState.BothMissing => 5, _ => 3 };

    public double Right => Middle + State switch { StoneState.Both => Gap, StoneState.BusinessLate => 6, StoneState.BothMissing => 5, _ => 3 };

    public string PartyHalf => State switch { StoneState.OnlyBusiness => "o", StoneState.PartyLate => "late", StoneState.BothMissing => "miss", _ => "p" };

    public string BusinessHalf => State switch { StoneState.OnlyParty => "o", StoneState.BusinessLate => "late", StoneState.BothMissing => "miss", _ => "b" };

    public static string Number(double x) => x.ToString("0.##", CultureInfo.InvariantCulture);
}
