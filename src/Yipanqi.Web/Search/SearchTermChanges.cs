using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Search;

/// <summary>What a save changes among the terms: found before it, written after it in the same transaction. Unchanged texts write nothing.</summary>
public sealed class SearchTermChanges
{
    private const int SubjectsAtOnce = 500;

    private readonly List<Guid> removed = [];
    private readonly List<SearchText> written = [];

    public static SearchTermChanges Of(ChangeTracker tracker)
    {
        var changes = new SearchTermChanges();
        foreach (var entry in tracker.Entries<ISearchable>())
        {
            switch (entry.State)
            {
                case EntityState.Added:
                    changes.written.Add(entry.Entity.ToSearch());
                    break;
                case EntityState.Deleted:
                    changes.removed.Add(entry.Entity.ToSearch().Id);
                    break;
                case EntityState.Modified:
                    changes.Compare(((ISearchable)entry.OriginalValues.ToObject()).ToSearch(), entry.Entity.ToSearch());
                    break;
            }
        }

        return changes;
    }

    /// <summary>Terms of subjects that have none yet.</summary>
    public static SearchTermChanges Missing(IEnumerable<ISearchable> subjects)
    {
        var changes = new SearchTermChanges();
        changes.written.AddRange(subjects.Select(s => s.ToSearch()));
        return changes;
    }

    public async Task WriteAsync(YipanqiDb db, CancellationToken cancellation)
    {
        foreach (var ids in removed.Chunk(SubjectsAtOnce))
        {
            await db.Set<SearchTerm>().Where(t => EF.Parameter(ids).Contains(t.SubjectId)).ExecuteDeleteAsync(cancellation);
        }

        // Past the change tracker: an import writes five times as many terms as people.
        await BulkInsert.WriteAsync(db, typeof(SearchTerm), [.. written.SelectMany(w => SearchTerms.Of(db.TenantId, w))], cancellation);
    }

    private void Compare(SearchText before, SearchText after)
    {
        if (before.Code != after.Code || before.ListKey != after.ListKey || !before.Names.SequenceEqual(after.Names, StringComparer.Ordinal))
        {
            removed.Add(before.Id);
            written.Add(after);
        }
    }
}
