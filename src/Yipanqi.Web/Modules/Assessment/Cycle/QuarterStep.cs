using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One step of a quarter: from which state to which, when, by whom, why. Never changed.</summary>
public sealed class QuarterStep : ITenantOwned
{
    private QuarterStep()
    {
    }

    public Guid TenantId { get; private set; }

    public int QuarterKey { get; private set; }

    /// <summary>From 0, the opening.</summary>
    public int Number { get; private set; }

    public QuarterState From { get; private set; }

    public QuarterState To { get; private set; }

    public DateTime AtUtc { get; private set; }

    public Guid ById { get; private set; }

    public string Reason { get; private set; } = "";

    public static QuarterStep Of(Guid tenantId, int quarterKey, int number, QuarterState from, QuarterState to, Guid personId, DateTime now, string reason) => new()
    {
        TenantId = tenantId,
        QuarterKey = quarterKey,
        Number = number,
        From = from,
        To = to,
        AtUtc = now,
        ById = personId,
        Reason = reason,
    };
}
