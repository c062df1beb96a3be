using System.Security.Cryptography;
using System.Text;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// 业绩通报 of a published quarter. A draft shows the figures of its snapshot and takes remarks; issued by another person it gets a number, and its
/// content is kept as it was read, so that nothing that changes later changes it.
/// </summary>
public sealed class Bulletin : ITenantOwned, IVersioned
{
    public const int MostSign = 30;
    public const int MostAddressee = 120;
    public const int MostText = 2000;

    private Bulletin()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public int QuarterKey { get; private set; }

    public Guid SnapshotId { get; private set; }

    public BulletinState State { get; private set; }

    public string Sign { get; private set; } = "";

    public string Addressee { get; private set; } = "";

    public string Overall { get; private set; } = "";

    public string Comment { get; private set; } = "";

    public string Demands { get; private set; } = "";

    /// <summary>Year and serial of the number, from 1 in a year for each sign; null in a draft.</summary>
    public int? Year { get; private set; }

    public int? Serial { get; private set; }

    /// <summary>JSON of <see cref="BulletinContent"/> as it was issued; null in a draft.</summary>
    public string? Content { get; private set; }

    /// <summary>SHA-256 over the content and the remarks; empty in a draft.</summary>
    public string ContentHash { get; private set; } = "";

    public DateTime DraftedUtc { get; private set; }

    public Guid DraftedBy { get; private set; }

    public DateTime EditedUtc { get; private set; }

    public Guid EditedBy { get; private set; }

    public DateTime? IssuedUtc { get; private set; }

    public Guid? IssuedBy { get; private set; }

    public int Version { get; private set; }

    public BulletinRemarks Remarks => new(Sign, Addressee, Overall, Comment, Demands);

    public static Bulletin Draft(Guid tenantId, Quarter quarter, Guid snapshotId, BulletinRemarks remarks, Guid personId, DateTime now)
    {
        var bulletin = new Bulletin
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            QuarterKey = quarter.Key,
            SnapshotId = snapshotId,
            DraftedBy = personId,
            DraftedUtc = now,
        };
        bulletin.Edit(remarks, personId, now);
        return bulletin;
    }

    public void Edit(BulletinRemarks remarks, Guid personId, DateTime now)
    {
        RequireDraft();
        (Sign, Addressee, Overall, Comment, Demands) = remarks;
        (EditedBy, EditedUtc) = (personId, now);
    }

    /// <summary>Whoever drafted it or wrote at it last does not issue it.</summary>
    public bool IsBy(Guid personId) => personId == DraftedBy || personId == EditedBy;

    public void Issue(int year, int serial, string content, Guid personId, DateTime now)
    {
        RequireDraft();
        if (IsBy(personId))
        {
            throw new InvalidOperationException("A bulletin is issued by another person than wrote it.");
        }

        (State, Year, Serial, Content) = (BulletinState.Issued, year, serial, content);
        (IssuedBy, IssuedUtc) = (personId, now);
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', content, Sign, Addressee, Overall, Comment, Demands))));
    }

    private void RequireDraft()
    {
        if (State != BulletinState.Draft)
        {
            throw new InvalidOperationException("An issued bulletin stays as it is.");
        }
    }
}
