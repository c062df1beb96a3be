using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The figures that another department supplies for one item of one quarter, for all organisations. They count once the sheet is
/// signed; after that a change needs the signature to be withdrawn with a reason.
/// </summary>
public sealed class SupplySheet : ITenantOwned, IVersioned
{
    public const int MostWords = 500;

    private SupplySheet()
    {
    }

    public Guid TenantId { get; private set; }

    public int QuarterKey { get; private set; }

    public string ItemCode { get; private set; } = "";

    public bool IsSigned { get; private set; }

    /// <summary>What the supplier declares: from which ledger or system, as of when.</summary>
    public string Statement { get; private set; } = "";

    public DateTime? SignedUtc { get; private set; }

    public Guid? SignedBy { get; private set; }

    /// <summary>Why the last signature was withdrawn; empty for never.</summary>
    public string Withdrawal { get; private set; } = "";

    public int Version { get; private set; }

    public static SupplySheet New(Guid tenantId, Quarter quarter, string itemCode) => new() { TenantId = tenantId, QuarterKey = quarter.Key, ItemCode = itemCode };

    public void Sign(string statement, Guid personId, DateTime now)
    {
        if (IsSigned || statement.Length == 0)
        {
            throw new InvalidOperationException("A sheet is signed once, with a statement.");
        }

        (IsSigned, Statement, SignedBy, SignedUtc) = (true, statement, personId, now);
    }

    public void Withdraw(string reason)
    {
        if (!IsSigned || reason.Length == 0)
        {
            throw new InvalidOperationException("A signature is withdrawn once, for a reason.");
        }

        (IsSigned, Withdrawal) = (false, reason);
    }
}
