using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Evidence;

/// <summary>佐证材料 for one thing: words, a file, or both. Never changed and never taken away; a correction adds another.</summary>
public sealed class EvidenceItem : ITenantOwned
{
    public const int TextLength = 500;
    public const int FileNameLength = 120;

    private EvidenceItem()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>What it proves, an obligation for instance; that module decides who sees it.</summary>
    public Guid SubjectId { get; private set; }

    public Guid UnitId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Null where there are words alone.</summary>
    public string? Sha256 { get; private set; }

    public string FileName { get; private set; } = "";

    public Guid KeptBy { get; private set; }

    public DateTime KeptUtc { get; private set; }

    public static EvidenceItem Of(Guid tenantId, Guid subjectId, Guid unitId, string text, string? sha256, string fileName, Guid personId, DateTime now) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        SubjectId = subjectId,
        UnitId = unitId,
        Text = text,
        Sha256 = sha256,
        FileName = fileName,
        KeptBy = personId,
        KeptUtc = now,
    };
}
