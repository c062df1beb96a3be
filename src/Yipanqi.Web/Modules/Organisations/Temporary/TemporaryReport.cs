using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Organisations.Temporary;

/// <summary>工作汇报 of a temporary organisation to the one that approved it. It is not changed; one that was wrong is withdrawn with a reason and stays to be read.</summary>
public sealed class TemporaryReport : ITenantOwned
{
    public const int TextLength = 2_000;
    public const int ReasonLength = 500;

    private TemporaryReport()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The day up to which it tells.</summary>
    public DateOnly Day { get; private set; }

    public string Text { get; private set; } = "";

    public Guid ReportedBy { get; private set; }

    public DateTime ReportedUtc { get; private set; }

    public DateTime? WithdrawnUtc { get; private set; }

    public string WithdrawnReason { get; private set; } = "";

    public static TemporaryReport Tell(TemporaryOrganisation organisation, DateOnly day, string text, Guid by, DateTime nowUtc) => new()
    {
        TenantId = organisation.TenantId,
        Id = Guid.CreateVersion7(),
        UnitId = organisation.UnitId,
        Day = day >= organisation.FromDay ? day : throw new ArgumentOutOfRangeException(nameof(day), "It reports from its first day."),
        Text = text,
        ReportedBy = by,
        ReportedUtc = nowUtc,
    };

    public void Withdraw(string reason, DateTime nowUtc) => (WithdrawnUtc, WithdrawnReason) =
        WithdrawnUtc is null ? (nowUtc, reason) : throw new InvalidOperationException("It is withdrawn once.");
}
