using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// One version of an assessment scheme (考评方案). A draft is edited or replaced by a new import, submitted, reviewed by somebody who
/// did not write it, and published; then it is frozen.
/// </summary>
public sealed class Scheme : ITenantOwned, IVersioned, ISearchable
{
    private Scheme()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Code of the scheme; its versions share it.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>第几版, from 1.</summary>
    public int Number { get; private set; }

    public SchemeStatus Status { get; private set; }

    /// <summary>Canonical JSON of the definition.</summary>
    public byte[] Definition { get; private set; } = [];

    /// <summary>SHA-256 of <see cref="Definition"/>, lower-case hexadecimal.</summary>
    public string DefinitionHash { get; private set; } = "";

    public DateTime CreatedUtc { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTime? SubmittedUtc { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTime? ReviewedUtc { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    /// <summary>The reviewer's words: the opinion, or why it was returned.</summary>
    public string? ReviewNote { get; private set; }

    public DateTime? PublishedUtc { get; private set; }

    public Guid? PublishedBy { get; private set; }

    public int Version { get; private set; }

    public static Scheme Draft(Guid tenantId, SchemeDefinition definition, int number, Guid personId, DateTime now)
    {
        var scheme = new Scheme { TenantId = tenantId, Id = Guid.CreateVersion7(new DateTimeOffset(now)), Number = number };
        scheme.Redraft(definition, personId, now);
        return scheme;
    }

    public SchemeDefinition Read() => SchemeJson.Read(Definition);

    /// <summary>A scheme as it ships was reviewed by those who made it; changed, it is a scheme like any other.</summary>
    public bool IsAsShipped => DefaultScheme.IsShipped(DefinitionHash);

    /// <summary>Returned by the reviewer and not submitted again.</summary>
    public bool IsReturned => Status == SchemeStatus.Draft && ReviewedUtc is not null;

    /// <summary>Takes another definition into the draft; false where it is the same.</summary>
    public bool Redraft(SchemeDefinition definition, Guid personId, DateTime now)
    {
        if (Status != SchemeStatus.Draft)
        {
            throw new InvalidOperationException("Only a draft is written: take a submitted one back, begin a new version of a published one.");
        }

        var canonical = SchemeJson.Write(definition);
        var hash = SchemeJson.HashOf(canonical);
        if (hash == DefinitionHash)
        {
            return false;
        }

        (Code, Name, Definition, DefinitionHash, CreatedBy, CreatedUtc) = (definition.Code, definition.Name, canonical, hash, personId, now);
        return true;
    }

    public void Submit(Guid personId, DateTime now)
    {
        Require(SchemeStatus.Draft);
        (Status, SubmittedBy, SubmittedUtc, ReviewedBy, ReviewedUtc, ReviewNote) = (SchemeStatus.Submitted, personId, now, null, null, null);
    }

    /// <summary>Takes it back to go on writing; a review that was given lapses.</summary>
    public void Withdraw()
    {
        if (Status is not (SchemeStatus.Submitted or SchemeStatus.Reviewed))
        {
            throw new InvalidOperationException("Only what is submitted or reviewed is taken back.");
        }

        (Status, SubmittedBy, SubmittedUtc, ReviewedBy, ReviewedUtc, ReviewNote) = (SchemeStatus.Draft, null, null, null, null, null);
    }

    /// <param name="passed">Else it goes back to its authors.</param>
    /// <param name="authors">Everybody who wrote at this version: none of them reviews it.</param>
    public void Review(bool passed, string note, Guid personId, IReadOnlyCollection<Guid> authors, DateTime now)
    {
        Require(SchemeStatus.Submitted);
        if (authors.Contains(personId) || personId == CreatedBy || personId == SubmittedBy || (!passed && note.Length == 0))
        {
            throw new InvalidOperationException("A scheme is reviewed by another person, and returned for a reason.");
        }

        (Status, ReviewedBy, ReviewedUtc, ReviewNote) = (passed ? SchemeStatus.Reviewed : SchemeStatus.Draft, personId, now, note);
    }

    public void Publish(Guid personId, DateTime now)
    {
        if (!IsAsShipped || Status != SchemeStatus.Draft)
        {
            Require(SchemeStatus.Reviewed);
        }

        (Status, PublishedBy, PublishedUtc) = (SchemeStatus.Published, personId, now);
    }

    public SearchText ToSearch() => SearchText.Of(SearchKind.Scheme, Id, Code, Name);

    private void Require(SchemeStatus status)
    {
        if (Status != status)
        {
            throw new InvalidOperationException($"This needs a version in the state {status}; it is {Status}.");
        }
    }
}
