using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Tables;

namespace Yipanqi.Web.Files.Imports;

/// <summary>
/// The tables of drafts. A file may hold telephone numbers, so it lies encrypted in the database; and since every step of the journey reads
/// the same file, its table is kept in memory for a short while, by the hash of the file.
/// </summary>
public sealed class DraftTables(IDataProtectionProvider protection) : IDisposable
{
    private const string Purpose = "yipanqi.import-draft";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = TableLimits.Cells });

    public byte[] Seal(Guid tenantId, byte[] content) => Protector(tenantId).Protect(content);

    /// <summary>The table below the heads that the draft names.</summary>
    public Outcome<DraftTable> Read(ImportDraft draft)
    {
        var sheet = ReadSheet(draft, draft.SheetName);
        return sheet.IsDone ? DraftTable.At(sheet.Value, draft.HeadRow) : Outcome<DraftTable>.Refused(sheet.Refusals);
    }

    /// <summary>One sheet of the file; the first where the name is empty.</summary>
    public Outcome<Sheet> ReadSheet(ImportDraft draft, string sheetName)
    {
        var key = (draft.TenantId, draft.Id, draft.Sha256, sheetName);
        if (cache.TryGetValue(key, out Sheet? kept))
        {
            return kept!;
        }

        var read = TableReader.Read(Protector(draft.TenantId).Unprotect(draft.Content), draft.FileName, sheetName.Length > 0 ? sheetName : null);
        if (read.IsDone)
        {
            cache.Set(key, read.Value, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = KeptFor, Size = read.Value.Rows.Sum(r => (long)r.Cells.Count) });
        }

        return read;
    }

    public void Dispose() => cache.Dispose();

    private IDataProtector Protector(Guid tenantId) => protection.CreateProtector(Purpose, tenantId.ToString("N"));
}
