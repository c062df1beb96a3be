using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Lists belong to the whole tenant. Published versions are open to all who see duties; the others to those who write lists.</summary>
internal static class ListAccess
{
    public static readonly Refusal Denied = new("list.denied", "", "您的职务不能管理责任清单。");
    public static readonly Refusal Absent = new("list.absent", "", "没有这份清单，或者它已不是草稿。请刷新后再看。");

    public static readonly Refusal Raced = new("list.raced", "", "没有保存。有人刚改过这份清单。您填的内容还在，请刷新对照后再保存。");

    /// <summary>Runs a change of a list; of two that change one version at once the second is told.</summary>
    public static async Task<Outcome<Guid>> RunAsync(UnitOfWork unitOfWork, Actor actor, Func<YipanqiDb, Task<Outcome<Guid>>> useCase, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.WriteAsync(actor.TenantId, useCase, cancellation);
        }
        catch (DbUpdateException)
        {
            return Raced;
        }
    }

    public static IQueryable<ListVersion> Versions(this YipanqiDb db, Actor actor)
    {
        var (views, manages) = (actor.Can(Permission.ViewDuties), actor.Can(Permission.ManageLists));
        return db.Set<ListVersion>().Where(v => manages || (views && v.State == ListState.Published));
    }

    /// <summary>现行：of each list the newest published version.</summary>
    /// <param name="until">Only versions that apply from this day or an earlier one; null for all.</param>
    public static IQueryable<ListVersion> InForce(this YipanqiDb db, DateOnly? until = null)
    {
        var published = db.Set<ListVersion>().Where(v => v.State == ListState.Published);
        published = until is { } day ? published.Where(v => v.EffectiveDay <= day) : published;
        return published.Where(v => !published.Any(w => w.TenantId == v.TenantId && w.ListId == v.ListId && w.Number > v.Number));
    }

    /// <summary>A draft to write at.</summary>
    public static async Task<Outcome<ListVersion>> FindDraftAsync(this YipanqiDb db, Actor actor, Guid versionId, CancellationToken cancellation)
    {
        if (!actor.Can(Permission.ManageLists))
        {
            return Denied;
        }

        var version = await db.Set<ListVersion>().SingleOrDefaultAsync(v => v.Id == versionId && v.State == ListState.Draft, cancellation);
        return version is null ? Absent : version;
    }

    /// <summary>The duties of a version in order.</summary>
    public static Task<List<Duty>> DutiesAsync(this YipanqiDb db, Guid versionId, CancellationToken cancellation) =>
        db.Set<Duty>().Where(d => d.ListVersionId == versionId).OrderBy(d => d.Position).ThenBy(d => d.Code).ToListAsync(cancellation);

    /// <summary>The duties of the other lists: each in its published version, or in its newest where none is.</summary>
    public static async Task<List<DutyFacts>> OtherDutiesAsync(this YipanqiDb db, Guid listId, CancellationToken cancellation)
    {
        var versions = db.Set<ListVersion>();
        var duties = await (
            from d in db.Set<Duty>()
            join v in versions on new { d.TenantId, Id = d.ListVersionId } equals new { v.TenantId, v.Id }
            where v.ListId != listId && !versions.Any(w => w.ListId == v.ListId && w.Number != v.Number
                && ((w.State == ListState.Published && v.State != ListState.Published) || (w.State == ListState.Published) == (v.State == ListState.Published) && w.Number > v.Number))
            orderby d.Code
            select d).AsNoTracking().ToListAsync(cancellation);
        return duties.ConvertAll(d => d.Facts);
    }

    /// <summary>What stands in the way of submitting or publishing this version.</summary>
    public static async Task<IReadOnlyList<Refusal>> FaultsAsync(this YipanqiDb db, ListVersion version, CancellationToken cancellation)
    {
        var others = await db.OtherDutiesAsync(version.ListId, cancellation);
        var duties = await db.DutiesAsync(version.Id, cancellation);
        return ListCheck.Of(duties.ConvertAll(d => d.Facts), others.DistinctBy(d => d.Code).ToDictionary(d => d.Code, d => d.Level));
    }
}
