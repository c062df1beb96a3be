using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Evidence;

/// <summary>Reads evidence of a subject. Whether the reader may see the subject is decided before, by the module it belongs to.</summary>
public static class EvidenceOf
{
    public static Task<List<EvidenceLine>> EvidenceOfAsync(this YipanqiDb db, Guid subjectId, CancellationToken cancellation) => (
        from e in db.Set<EvidenceItem>()
        where e.SubjectId == subjectId
        join p in db.Set<Person>() on new { e.TenantId, Id = e.KeptBy } equals new { p.TenantId, p.Id } into people
        from person in people.DefaultIfEmpty()
        join f in db.Set<EvidenceFile>() on new { e.TenantId, e.Sha256 } equals new { f.TenantId, Sha256 = (string?)f.Sha256 } into files
        from file in files.DefaultIfEmpty()
        orderby e.KeptUtc, e.Id
        select new EvidenceLine(e.Id, e.Text, e.FileName, file == null ? null : file.Length, e.Sha256 ?? "", person.Name ?? "", e.KeptUtc)).ToListAsync(cancellation);

    /// <summary>Name and bytes of a file of this subject; null where there is none.</summary>
    public static async Task<GivenFile?> FileOfAsync(this YipanqiDb db, Guid subjectId, Guid evidenceId, CancellationToken cancellation) => await (
        from e in db.Set<EvidenceItem>()
        where e.SubjectId == subjectId && e.Id == evidenceId
        join f in db.Set<EvidenceFile>() on new { e.TenantId, e.Sha256 } equals new { f.TenantId, Sha256 = (string?)f.Sha256 }
        select new GivenFile(e.FileName, f.Content)).SingleOrDefaultAsync(cancellation);
}
