using System.Security.Cryptography;
using System.Text.Json;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Files.Imports;

/// <summary>
/// An uploaded file on its way into the platform. Private to the person who uploaded it. Open until it is imported or discarded;
/// an open draft is deleted after seven days, of an imported one only the result is kept.
/// </summary>
public sealed class ImportDraft : ITenantOwned, IVersioned
{
    public const int KeptDays = 7;

    private ImportDraft()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Code of the <see cref="IImportTarget"/>.</summary>
    public string Target { get; private set; } = "";

    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the uploaded bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The file, encrypted by <see cref="DraftTables"/>.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>JSON object: code of the parameter to value.</summary>
    public string Parameters { get; private set; } = "{}";

    public string SheetName { get; private set; } = "";

    /// <summary>Row number of the heads in the file.</summary>
    public int HeadRow { get; private set; }

    /// <summary>JSON object: code of the field to number of the column, 0 for A.</summary>
    public string Mapping { get; private set; } = "{}";

    public DateTime CreatedUtc { get; private set; }

    /// <summary>When it was imported; null while open.</summary>
    public DateTime? CommittedUtc { get; private set; }

    public int Added { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Page that shows what was imported.</summary>
    public string Link { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsOpen => CommittedUtc is null;

    public static ImportDraft Upload(Guid tenantId, Guid personId, string target, string fileName, byte[] content, byte[] sealedContent, ImportParameters parameters, DateTime nowUtc) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(new DateTimeOffset(nowUtc)),
        PersonId = personId,
        Target = target,
        FileName = fileName,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        Content = sealedContent,
        Parameters = parameters.ToJson(),
        CreatedUtc = nowUtc,
    };

    /// <summary>Says which sheet is meant, where its heads stand and what the columns mean.</summary>
    public void ReadAs(string sheetName, int headRow, IReadOnlyDictionary<string, int> mapping)
    {
        MustBeOpen();
        (SheetName, HeadRow, Mapping) = (sheetName, headRow, JsonSerializer.Serialize(mapping));
    }

    public void Commit(ImportResult result, DateTime nowUtc)
    {
        MustBeOpen();
        (Added, Updated, Unchanged, Link, CommittedUtc) = (result.Added, result.Updated, result.Unchanged, result.Link, nowUtc);
    }

    public Dictionary<string, int> ColumnsByField() => JsonSerializer.Deserialize<Dictionary<string, int>>(Mapping) ?? [];

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("This draft was imported already.");
        }
    }
}
