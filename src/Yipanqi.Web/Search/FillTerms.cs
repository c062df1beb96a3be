using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Journal;

namespace Yipanqi.Web.Search;

/// <summary>
/// At start-up: spells names and writes terms that were there before the platform knew either. What is filled is left alone, so
/// that every further start finds nothing to do.
/// </summary>
public sealed class FillTerms(UnitOfWork unitOfWork, IEnumerable<IScopedSearch> kinds, TimeProvider clock)
{
    private const int AtOnce = 2000;

    public async Task RunAsync(Guid tenantId, CancellationToken cancellation)
    {
        while (await WriteAsync(tenantId, db => SpellAsync(db, cancellation), cancellation) > 0)
        {
        }

        foreach (var kind in kinds)
        {
            if (await unitOfWork.ReadAsync(tenantId, async db => !await db.Set<SearchTerm>().AnyAsync(t => t.Kind == kind.Kind, cancellation), cancellation))
            {
                await WriteAsync(tenantId, db => FillAsync(db, kind, cancellation), cancellation);
            }
        }
    }

    private async Task<int> SpellAsync(YipanqiDb db, CancellationToken cancellation)
    {
        var units = await db.Set<Unit>().Where(u => u.SortKey == "").Take(AtOnce).ToListAsync(cancellation);
        var people = await db.Set<Person>().Where(p => p.SortKey == "").Take(AtOnce).ToListAsync(cancellation);
        units.ForEach(u => u.Describe(u.Name, u.ShortName, u.Kind, u.SortOrder, u.Note));
        people.ForEach(p => p.Rename(p.Name));
        if (units.Count + people.Count > 0)
        {
            var detail = $$"""{"units":{{units.Count}},"people":{{people.Count}}}""";
            await db.SaveAsync(new Change(null, clock.GetUtcNow().UtcDateTime, "names.spelt", nameof(Unit), null, "", detail), cancellation);
        }

        return units.Count + people.Count;
    }

    // All of a kind in one transaction: a start that is broken off leaves nothing half filled.
    private static async Task<int> FillAsync(YipanqiDb db, IScopedSearch kind, CancellationToken cancellation)
    {
        var (all, done) = (kind.All(db).AsNoTracking(), 0);
        while (await all.Skip(done).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } subjects)
        {
            await SearchTermChanges.Missing(subjects).WriteAsync(db, cancellation);
            done += subjects.Count;
        }

        return done;
    }

    private async Task<int> WriteAsync(Guid tenantId, Func<YipanqiDb, Task<int>> step, CancellationToken cancellation) =>
        (await unitOfWork.WriteAsync<int>(tenantId, async db => await step(db), cancellation)).Value;
}
