using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// The result of one run over one quarter, with the inputs it was made of. A preview is replaced by the next run;
/// a published snapshot is frozen, and a correction is a new one that names it and the reason.
/// </summary>
public sealed class AssessmentSnapshot : ITenantOwned, IVersioned, ISearchable
{
    private AssessmentSnapshot()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary><see cref="Quarter.Key"/>.</summary>
    public int QuarterKey { get; private set; }

    /// <summary>第几版 of the quarter, from 1; unique, so that of two runs at once one loses.</summary>
    public int Number { get; private set; }

    public SnapshotStatus Status { get; private set; }

    public Guid SchemeId { get; private set; }

    /// <summary>SHA-256 over the scheme, the organisations, the input columns and the parameters.</summary>
    public string InputHash { get; private set; } = "";

    /// <summary>SHA-256 over all result columns and the lines of the organisations.</summary>
    public string ResultHash { get; private set; } = "";

    public string EngineVersion { get; private set; } = "";

    /// <summary>Seed of the redraws; from scheme and quarter, so it cannot be chosen. 64 bits, stored with their sign.</summary>
    public long Seed { get; private set; }

    /// <summary>JSON of <see cref="RunParameters"/>.</summary>
    public string Parameters { get; private set; } = "";

    public int Organisations { get; private set; }

    public int Scored { get; private set; }

    public int Observations { get; private set; }

    public DateTime CreatedUtc { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTime? PublishedUtc { get; private set; }

    public Guid? PublishedBy { get; private set; }

    public Guid? ReplacesId { get; private set; }

    public string Reason { get; private set; } = "";

    public int Version { get; private set; }

    public Quarter Quarter => Quarter.FromKey(QuarterKey);

    public static AssessmentSnapshot Preview(Guid tenantId, Quarter quarter, int number, Guid schemeId, Guid personId, DateTime now) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        QuarterKey = quarter.Key,
        Number = number,
        SchemeId = schemeId,
        CreatedBy = personId,
        CreatedUtc = now,
    };

    public SearchText ToSearch() => SearchText.Of(SearchKind.Quarter, Id, Quarter.ToString(), Quarter.Chinese);

    /// <summary>Seals what the run was made of and what came out.</summary>
    public void Seal(string inputHash, string resultHash, string engineVersion, ulong seed, string parameters, int organisations, int scored, int observations)
    {
        if (InputHash.Length > 0)
        {
            throw new InvalidOperationException("A snapshot is sealed once.");
        }

        (InputHash, ResultHash, EngineVersion, Seed, Parameters) = (inputHash, resultHash, engineVersion, unchecked((long)seed), parameters);
        (Organisations, Scored, Observations) = (organisations, scored, observations);
    }

    /// <summary>The preview moved with the observations: what was sealed no longer holds, and is sealed again when it is published.</summary>
    public void Move(int scored)
    {
        if (Status != SnapshotStatus.Preview)
        {
            throw new InvalidOperationException("Only a preview moves.");
        }

        (InputHash, ResultHash, Scored) = ("", "", scored);
    }

    /// <summary>Publishes the preview; <paramref name="replaced"/> is the published snapshot of the quarter that it corrects.</summary>
    public void Publish(Guid personId, DateTime now, AssessmentSnapshot? replaced, string reason)
    {
        if (Status != SnapshotStatus.Preview || replaced is { Status: not SnapshotStatus.Published } || (replaced is not null && reason.Length == 0))
        {
            throw new InvalidOperationException("Only a preview is published, and it replaces a published snapshot for a reason only.");
        }

        (Status, PublishedBy, PublishedUtc, ReplacesId, Reason) = (SnapshotStatus.Published, personId, now, replaced?.Id, reason);
        if (replaced is not null)
        {
            replaced.Status = SnapshotStatus.Superseded;
        }
    }
}
