using Yipanqi.Web.Database;

namespace Yipanqi.Web.Journal;

/// <summary>One line of the append-only journal. It has no sequence number: the evidence log numbers entries when it takes them in.</summary>
public sealed class JournalEntry : ITenantOwned
{
    private JournalEntry()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid? ActorId { get; private set; }

    public DateTime AtUtc { get; private set; }

    public string Action { get; private set; } = "";

    public string SubjectType { get; private set; } = "";

    public Guid? SubjectId { get; private set; }

    public string Reason { get; private set; } = "";

    public string Detail { get; private set; } = "";

    public static JournalEntry From(Guid tenantId, Change change) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(new DateTimeOffset(change.AtUtc)),
        ActorId = change.ActorId,
        AtUtc = change.AtUtc,
        Action = change.Action,
        SubjectType = change.SubjectType,
        SubjectId = change.SubjectId,
        Reason = change.Reason,
        Detail = change.Detail,
    };
}
