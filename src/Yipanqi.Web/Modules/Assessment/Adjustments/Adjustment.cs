using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A bonus, a deduction or a veto for one organisation in one quarter, with its document. One person enters it, a second confirms it.</summary>
public sealed class Adjustment : ITenantOwned, IVersioned
{
    public const int MostBasis = 500;
    public const int MostDocument = 120;

    /// <summary>Most points of one entry, in hundredths.</summary>
    public const int MostHundredths = 10_000;

    private Adjustment()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public int QuarterKey { get; private set; }

    public Guid UnitId { get; private set; }

    public AdjustmentKind Kind { get; private set; }

    /// <summary>Points in hundredths, above 0; a veto has none.</summary>
    public int Hundredths { get; private set; }

    public string Basis { get; private set; } = "";

    /// <summary>Number of the document it rests on.</summary>
    public string Document { get; private set; } = "";

    public AdjustmentState State { get; private set; }

    public DateTime EnteredUtc { get; private set; }

    public Guid EnteredBy { get; private set; }

    public DateTime? ConfirmedUtc { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    public DateTime? WithdrawnUtc { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    public string Withdrawal { get; private set; } = "";

    public int Version { get; private set; }

    public static Adjustment Enter(
        Guid tenantId, Quarter quarter, Guid unitId, AdjustmentKind kind, int hundredths, string basis, string document, Guid personId, DateTime now) => new()
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            QuarterKey = quarter.Key,
            UnitId = unitId,
            Kind = kind,
            Hundredths = kind == AdjustmentKind.Veto == (hundredths == 0) && hundredths is >= 0 and <= MostHundredths ? hundredths : throw new ArgumentOutOfRangeException(nameof(hundredths)),
            Basis = basis,
            Document = document,
            EnteredBy = personId,
            EnteredUtc = now,
        };

    public void Confirm(Guid personId, DateTime now)
    {
        if (State != AdjustmentState.Entered || personId == EnteredBy)
        {
            throw new InvalidOperationException("An entered adjustment is confirmed by a second person.");
        }

        (State, ConfirmedBy, ConfirmedUtc) = (AdjustmentState.Confirmed, personId, now);
    }

    public void Withdraw(Guid personId, DateTime now, string reason)
    {
        if (State == AdjustmentState.Withdrawn || reason.Length == 0)
        {
            throw new InvalidOperationException("An adjustment is withdrawn once, for a reason.");
        }

        (State, WithdrawnBy, WithdrawnUtc, Withdrawal) = (AdjustmentState.Withdrawn, personId, now, reason);
    }
}
