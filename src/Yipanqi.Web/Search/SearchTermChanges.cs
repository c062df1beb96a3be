using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Search;

/// <summary>What a save changes among the terms: found before it, written after it in the same transaction. Unchanged texts write nothing.</summary>
public sealed class SearchTermChanges
{
    // SQLite looks up each parameter by going through all of the statement: more rows at once take longer, not shorter.
    private const int RowsAtOnce = 100;
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

        foreach (var rows in written.SelectMany(SearchTerms.Rows).Chunk(RowsAtOnce))
        {
            await db.Database.ExecuteSqlRawAsync(InsertSql(rows), Parameters(db.TenantId, rows), cancellation);
        }
    }

    private void Compare(SearchText before, SearchText after)
    {
        if (before.Code != after.Code || !before.Names.SequenceEqual(after.Names, StringComparer.Ordinal))
        {
            removed.Add(before.Id);
            written.Add(after);
        }
    }

    // Written as statements of many rows: as entities, the terms of an import would take longer than the import. Kind and place are numbers.
    private static string InsertSql(SearchTerms.Row[] rows) =>
        "INSERT INTO search_term (tenant_id, subject_id, term, kind, place) VALUES "
        + string.Join(',', rows.Select((row, i) => $"({{0}},{{{(i * 2) + 1}}},{{{(i * 2) + 2}}},{(byte)row.Kind},{(byte)row.Place})"));

    private static IEnumerable<object> Parameters(Guid tenantId, SearchTerms.Row[] rows) =>
        rows.SelectMany(row => new object[] { row.SubjectId, row.Term }).Prepend(tenantId);
}
