using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Evidence;

/// <summary>Reads evidence of a subject. Whether the reader may see the subject is decided before, by the module it belongs to.</summary>
public static class EvidenceOf
{
    public static Task<List<EvidenceLine>> EvidenceOfAsync(this YipanqiDb db, Guid subjectId, CancellationToken cancellation) =>
        Lines(db, db.Set<EvidenceItem>().Where(e => e.SubjectId == subjectId)).ToListAsync(cancellation);

    /// <summary>Evidence of several subjects at once.</summary>
    public static Task<List<EvidenceLine>> EvidenceOfAsync(this YipanqiDb db, IQueryable<Guid> subjects, CancellationToken cancellation) =>
        Lines(db, db.Set<EvidenceItem>().Where(e => subjects.Contains(e.SubjectId))).ToListAsync(cancellation);

    private static IQueryable<EvidenceLine> Lines(YipanqiDb db, IQueryable<EvidenceItem> items) =>
        from e in items
        join p in db.Set<Person>() on new { e.TenantId, Id = e.KeptBy } equals new { p.TenantId, p.Id } into people
        from person in people.DefaultIfEmpty()
        join f in db.Set<EvidenceFile>() on new { e.TenantId, e.Sha256 } equals new { f.TenantId, Sha256 = (string?)f.Sha256 } into files
        from file in files.DefaultIfEmpty()
        orderby e.KeptUtc, e.Id
        select new EvidenceLine(e.Id, e.SubjectId, e.Text, e.FileName, file == null ? null : file.Length, e.Sha256 ?? "", person.Name ?? "", e.KeptUtc);

    /// <summary>Name and bytes of a file of this subject; null where there is none.</summary>
    public static Task<GivenFile?> FileOfAsync(this YipanqiDb db, Guid subjectId, Guid evidenceId, CancellationToken cancellation) =>
        FileAsync(db, db.Set<EvidenceItem>().Where(e => e.SubjectId == subjectId && e.Id == evidenceId), cancellation);

    /// <summary>The same of one of several subjects.</summary>
    public static Task<GivenFile?> FileOfAsync(this YipanqiDb db, IQueryable<Guid> subjects, Guid evidenceId, CancellationToken cancellation) =>
        FileAsync(db, db.Set<EvidenceItem>().Where(e => e.Id == evidenceId && subjects.Contains(e.SubjectId)), cancellation);

    private static async Task<GivenFile?> FileAsync(YipanqiDb db, IQueryable<EvidenceItem> items, CancellationToken cancellation) => await (
        from e in items
        join f in db.Set<EvidenceFile>() on new { e.TenantId, e.Sha256 } equals new { f.TenantId, Sha256 = (string?)f.Sha256 }
        select new GivenFile(e.FileName, f.Content)).SingleOrDefaultAsync(cancellation);
}
