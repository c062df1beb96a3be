using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One version of an assessment scheme (考评方案). A draft may be replaced by a new import; a published version is frozen.</summary>
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

    /// <summary>Takes another definition into the draft; false where it is the same.</summary>
    public bool Redraft(SchemeDefinition definition, Guid personId, DateTime now)
    {
        if (Status != SchemeStatus.Draft)
        {
            throw new InvalidOperationException("A published scheme is frozen: import it as a new version.");
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

    public void Publish(Guid personId, DateTime now)
    {
        if (Status != SchemeStatus.Draft)
        {
            throw new InvalidOperationException("Only a draft can be published.");
        }

        (Status, PublishedBy, PublishedUtc) = (SchemeStatus.Published, personId, now);
    }

    public SearchText ToSearch() => SearchText.Of(SearchKind.Scheme, Id, Code, Name);
}
