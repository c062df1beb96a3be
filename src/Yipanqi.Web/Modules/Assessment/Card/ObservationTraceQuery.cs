using Microsoft.EntityFrameworkCore;
using Yipanqi.Engine.CompositeIndex;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One figure of one organisation, opened down to its observations.</summary>
public sealed class ObservationTraceQuery(UnitOfWork unitOfWork, SnapshotStore snapshots, SourcedItems sourced)
{
    /// <summary>So many records are listed; the module's own list has them all.</summary>
    public const int MostRecords = 200;

    /// <summary>Null where the organisation or the item is not in the snapshot or the actor may not see it.</summary>
    /// <param name="quarter">Null: the newest published quarter.</param>
    /// <param name="preview">Show the preview of the quarter, for those who may run the assessment.</param>
    public Task<TraceView?> FindAsync(Actor actor, Guid unitId, string itemCode, Quarter? quarter, bool preview, CancellationToken cancellation) =>
        unitOfWork.ReadAsync(actor.TenantId, db => FindAsync(db, actor, unitId, itemCode, quarter, preview, cancellation), cancellation);

    private async Task<TraceView?> FindAsync(
        YipanqiDb db, Actor actor, Guid unitId, string itemCode, Quarter? quarter, bool preview, CancellationToken cancellation)
    {
        var heads = await snapshots.HeadsAsync(db, actor, cancellation);
        if (SnapshotStore.Pick(heads, quarter, preview) is not { } head)
        {
            return null;
        }

        var permission = SnapshotStore.PermissionFor(actor, head);
        var line = await db.Set<OrganisationScore>().AsNoTracking().Within(actor, permission, s => s.ScopePath)
            .SingleOrDefaultAsync(s => s.UnitId == unitId && s.SnapshotId == head.Id, cancellation);
        if (line is null)
        {
            return null;
        }

        var card = await CardRows.OpenAsync(db, snapshots, head, line, cancellation);
        var item = card.FindItem(itemCode);
        if (item < 0)
        {
            return null;
        }

        var sources = await CardSources.LoadAsync(db, actor, permission, head.Quarter, card.Definition, line, cancellation);
        var behind = sources.Behind(itemCode).ToList();
        var people = await NamesAsync(db, behind.Select(b => b.Row?.RecordedBy), cancellation);
        var files = await FilesAsync(db, behind.Select(b => b.Row?.ImportId), cancellation);
        var (source, records) = await RecordsAsync(db, actor, head.Quarter, itemCode, sources.Forest, [.. behind.Select(b => b.Row).OfType<SourceRow>()], cancellation);
        return new TraceView(
            head, unitId, line.ShortName, card.ItemOf(item, sources),
            [.. behind.Select(b => RowOf(b.Unit, b.Counted, b.Row, people, files))], behind.Any(b => b.Row?.RecordedUtc > head.CreatedUtc))
        {
            SelfReports = await ReviewsQuery.BehindAsync(db, card.Definition, head.Quarter, itemCode, [.. behind.Select(b => b.Unit)], cancellation),
            RecordsOf = source?.Name ?? "",
            RecordsPage = source?.Page is { } page && actor.Can(page.Permission) ? page.Href : "",
            Records = records,
        };
    }

    // A unit with others below it reported its own records and theirs together.
    private async Task<(IObservationSource? Source, IReadOnlyList<TraceRecord> Records)> RecordsAsync(
        YipanqiDb db, Actor actor, Quarter quarter, string itemCode, UnitForest forest, IReadOnlyList<SourceRow> rows, CancellationToken cancellation)
    {
        if (sourced.Sources.FirstOrDefault(s => s.Items.Contains(itemCode) && rows.Any(r => r.Source == s.Name)) is not { } source)
        {
            return (null, []);
        }

        var told = rows.Where(r => r.Source == source.Name).ToList();
        var units = told.Select(r => forest.Find(r.UnitId)).OfType<int>().SelectMany(forest.SubtreeOf).Distinct().Select(u => forest.Units[u]).ToDictionary(u => u.Id, u => u.ShortName);
        var period = SourcePeriod.Of(quarter, ChinaTime.DayOf(told.Max(r => r.AsOfUtc)));
        var records = await source.RecordsAsync(db, actor, period, itemCode, units.Keys, MostRecords, cancellation);
        return (source, [.. records.Select(r => new TraceRecord(units[r.UnitId], r))]);
    }

    private static TraceRow RowOf(ForestUnit unit, bool counted, SourceRow? row, Dictionary<Guid, string> people, Dictionary<Guid, string> files)
    {
        var reported = row?.Reported;
        return new(
            unit.Id, unit.Code, unit.ShortName, counted, reported?.Numerator, reported?.Denominator, reported?.Value, reported?.SampleSize,
            reported?.Absence ?? AbsenceReason.NotReported, row?.Source ?? "", row?.ImportId, files.GetValueOrDefault(row?.ImportId ?? Guid.Empty, ""), row is null ? "" : people.GetValueOrDefault(row.RecordedBy, ""),
            row?.AsOfUtc, row?.RecordedUtc);
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(YipanqiDb db, IEnumerable<Guid?> people, CancellationToken cancellation)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        return await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
    }

    private static async Task<Dictionary<Guid, string>> FilesAsync(YipanqiDb db, IEnumerable<Guid?> imports, CancellationToken cancellation)
    {
        var ids = imports.OfType<Guid>().Distinct().ToList();
        return await db.Set<ImportDraft>().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.FileName }).ToDictionaryAsync(d => d.Id, d => d.FileName, cancellation);
    }
}
