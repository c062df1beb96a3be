using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Evidence;

/// <summary>Puts evidence beside the change it belongs to, in the use case's own save.</summary>
public static class KeepEvidence
{
    /// <summary>Adds words and file, one of them at least; answers the hash of the file, or the refusal.</summary>
    public static async Task<Outcome<string?>> KeepEvidenceAsync(
        this YipanqiDb db, Actor actor, Guid subjectId, Guid unitId, string text, GivenFile? file, string field, DateTime now, CancellationToken cancellation)
    {
        if (file is not null && EvidenceRules.FaultOf(file, field) is { } fault)
        {
            return fault;
        }

        string? hash = null;
        if (file is not null)
        {
            hash = Convert.ToHexStringLower(SHA256.HashData(file.Content));
            if (!db.Set<EvidenceFile>().Local.Any(f => f.Sha256 == hash) && !await db.Set<EvidenceFile>().AnyAsync(f => f.Sha256 == hash, cancellation))
            {
                db.Add(EvidenceFile.Of(db.TenantId, hash, file.Content));
            }
        }

        var name = file?.Name ?? "";
        name = name.Length > EvidenceItem.FileNameLength ? name[^EvidenceItem.FileNameLength..] : name;
        db.Add(EvidenceItem.Of(db.TenantId, subjectId, unitId, text, hash, name, actor.PersonId, now));
        return Outcome<string?>.Done(hash);
    }
}
