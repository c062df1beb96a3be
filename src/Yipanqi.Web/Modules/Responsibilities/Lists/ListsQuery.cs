using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Responsibilities;

/// <summary>Lists and their versions, as far as the actor may see them.</summary>
public sealed class ListsQuery(UnitOfWork unitOfWork)
{
    /// <summary>All versions, by list and newest first.</summary>
    public Task<List<ListLine>> AllAsync(Actor actor, CancellationToken cancellation) => unitOfWork.ReadAsync(
        actor.TenantId,
        async db =>
        {
            var rows = await (
                from v in db.Versions(actor)
                join l in db.Set<ResponsibilityList>() on new { v.TenantId, Id = v.ListId } equals new { l.TenantId, l.Id }
                orderby l.Code, v.Number descending
                select new { v.Id, l.Code, l.Name, v.Number, v.State, v.EffectiveDay, Duties = db.Set<Duty>().Count(d => d.TenantId == v.TenantId && d.ListVersionId == v.Id) }).ToListAsync(cancellation);
            return rows.ConvertAll(r => new ListLine(
                r.Id, r.Code, r.Name, r.Number, r.State, r.EffectiveDay, r.Duties, rows.TrueForAll(o => o.Code != r.Code || o.Number <= r.Number),
                r.State == ListState.Published && rows.TrueForAll(o => o.Code != r.Code || o.State != ListState.Published || o.Number <= r.Number)));
        },
        cancellation);

    /// <summary>One version in full; null where it is not there or not for this actor. The commands do not depend on how many duties it has.</summary>
    public Task<DutyList?> FindAsync(Actor actor, Guid versionId, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => LoadAsync(db, actor, versionId, cancellation), cancellation);

    /// <param name="Before">Number of the version it is compared with.</param>
    public sealed record Compared(DutyList List, int Before, IReadOnlyList<DutyChange> Changes);

    /// <summary>One version beside another of the same list; null where one of them is not there or not for this actor.</summary>
    /// <param name="with">Id of the other version, as the address of the page tells it.</param>
    public Task<Compared?> ChangesAsync(Actor actor, Guid versionId, string? with, CancellationToken cancellation) => unitOfWork.ReadAsync<Compared?>(
        actor.TenantId,
        async db =>
        {
            var list = await LoadAsync(db, actor, versionId, cancellation);
            var other = list?.Numbers.FirstOrDefault(n => n.Id.ToString() == with) ?? default;
            return list is null || other == default ? null
                : new Compared(list, other.Number, DutyChange.Between((await db.DutiesAsync(other.Id, cancellation)).ConvertAll(d => d.Facts), list.Duties));
        },
        cancellation);

    private static async Task<DutyList?> LoadAsync(YipanqiDb db, Actor actor, Guid versionId, CancellationToken cancellation)
    {
        var version = await db.Versions(actor).SingleOrDefaultAsync(v => v.Id == versionId, cancellation);
        if (version is null)
        {
            return null;
        }

        var list = await db.Set<ResponsibilityList>().SingleAsync(l => l.Id == version.ListId, cancellation);
        var numbers = await db.Versions(actor).Where(v => v.ListId == list.Id).OrderByDescending(v => v.Number).Select(v => new { v.Id, v.Number, v.State }).ToListAsync(cancellation);
        var duties = (await db.DutiesAsync(versionId, cancellation)).ConvertAll(d => d.Facts);
        var others = await db.OtherDutiesAsync(list.Id, cancellation);
        var isOpen = version.State != ListState.Published;
        var faults = isOpen ? ListCheck.Of(duties, others.DistinctBy(d => d.Code).ToDictionary(d => d.Code, d => d.Level)) : [];
        var (submitter, reviewer) = (version.SubmittedBy, version.ReviewedBy);
        var names = await db.Set<Person>().Where(p => p.Id == submitter || p.Id == reviewer).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return new DutyList(
            version.Id, list.Id, list.Code, list.Name, list.Basis, version.Number, version.State, version.Version, version.ChangeNote, version.ReviewNote, version.IsReturned, version.EffectiveDay,
            numbers.ConvertAll(n => (n.Id, n.Number, n.State)), duties, faults,
            await DutyHolders.CountAsync(db, duties.Exists(d => d.Level == DutyLevel.Member), cancellation), LikeDuties.Of(duties, others), version.IsAuthor(actor.PersonId),
            version.Number == 1 && ShippedLists.IsShipped(list.Code, duties), Name(submitter), Name(reviewer));

        string Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known, "") : "";
    }
}
