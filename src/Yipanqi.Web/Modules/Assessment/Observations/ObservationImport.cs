using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// What both forms of importing observations share: the quarter and the scheme are chosen first; each figure is checked against its
/// item; figures of units the person may not enter for are refused like those of unknown units; the same file twice changes nothing.
/// </summary>
public abstract class ObservationImport(TimeProvider clock, SourcedItems sourced) : IImportTarget
{
    protected const string UnitField = "unit_code";

    private const int SuggestedQuarters = 8;

    public abstract string Code { get; }

    public abstract string Title { get; }

    public abstract string Description { get; }

    public Permission Permission => Permission.EnterObservations;

    public (string Action, string SubjectType) Journal => ("observation.imported", nameof(Observation));

    protected static ImportField UnitColumn { get; } = new(
        UnitField, "单位代码", true, "单位管理里的单位代码。", ["uCode", "unit", "unit_code", "单位编码", "组织代码", "编码"], ["P001", "P002"]);

    public async Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var schemes = await db.Set<Scheme>().Where(s => s.Status == SchemeStatus.Published).OrderByDescending(s => s.PublishedUtc)
            .Select(s => new { s.Id, s.Name, s.Number }).ToListAsync(cancellation);
        var quarters = new List<Quarter> { Current.Previous };
        while (quarters.Count < SuggestedQuarters)
        {
            quarters.Add(quarters[^1].Previous);
        }

        return
        [
            new("quarter", "季度", true, "如 2026Q3 或 2026年第三季度。", quarters[0].ToString(), Suggestions: [.. quarters.Prepend(Current).Select(q => new ImportOption(q.ToString(), q.Chinese))]),
            new("scheme", "考评方案", true, "按方案里的指标代码读数。", schemes.Count > 0 ? schemes[0].Id.ToString() : "", [.. schemes.Select(s => new ImportOption(s.Id.ToString(), $"{s.Name}（第 {s.Number} 版）"))]),
        ];
    }

    public abstract Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation);

    public async Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        if (Quarter.Parse(parameters["quarter"]) is not { } quarter || quarter.CompareTo(Current) > 0)
        {
            return [new Refusal("observation.quarter", "quarter", "季度请写成 2026Q3 或 2026年第三季度，不能晚于本季度。")];
        }

        if (await FigureGate.RefusalAsync(db, actor, quarter, cancellation) is { } closed)
        {
            return [closed with { Field = "quarter" }];
        }

        return await DefinitionAsync(db, parameters, cancellation) is null ? [new Refusal("observation.scheme", "scheme", "请选一个已发布的方案。")] : [];
    }

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var sheet = await SheetAsync(db, actor, parameters, cancellation);
        var known = await Known(db.Set<Observation>().AsNoTracking(), actor, db, sheet.Quarter).ToDictionaryAsync(o => (o.UnitId, o.ItemCode), cancellation);
        await AddPackedAsync(db, sheet, known, cancellation);
        var seen = new Dictionary<(Guid, string), int>();
        return new ImportPreview([.. rows.Select(row => PreviewOf(row, sheet, known, seen))]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> imported, ImportParameters parameters, CancellationToken cancellation)
    {
        var sheet = await SheetAsync(db, actor, parameters, cancellation);
        var known = await Known(db.Set<Observation>(), actor, db, sheet.Quarter).ToDictionaryAsync(o => (o.UnitId, o.ItemCode), cancellation);
        var rows = known.Keys.ToHashSet();
        await AddPackedAsync(db, sheet, known, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var end = sheet.Quarter.Next.FirstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - ChinaTime.Offset;
        var from = new Provenance(actor.PersonId, now, now < end ? now : end, DraftIdOf(db));
        var (added, updated, unchanged, keys, touched) = (0, 0, 0, new List<string>(), new HashSet<Guid>());
        foreach (var (unit, cell) in imported.SelectMany(r => Cells(r, sheet).Where(c => c.Reported is not null).Select(c => (sheet.Units[r[UnitField]], c))))
        {
            var isNew = !known.TryGetValue((unit, cell.Item), out var observation);
            observation ??= Observation.Of(db.TenantId, sheet.Quarter, unit, cell.Item);
            var changed = observation.Take(cell.Reported!, from);
            (added, updated, unchanged) = isNew ? (added + 1, updated, unchanged) : changed ? (added, updated + 1, unchanged) : (added, updated, unchanged + 1);
            if (changed && !rows.Contains((unit, cell.Item)))
            {
                db.Add(observation);
            }

            if (changed)
            {
                keys.Add($"{unit:N} {cell.Item}");
                touched.Add(unit);
            }
        }

        db.AddRange(PreviewMark.Of(db.TenantId, sheet.Quarter, touched));
        return new ImportResult(added, updated, unchanged, keys, $"/assessment/quarters?quarter={sheet.Quarter}");
    }

    /// <summary>The figures of one row, each with the field it stands in; a figure that cannot be read carries its fault.</summary>
    private protected abstract IEnumerable<ObservationCell> Cells(ImportRow row, ObservationSheet sheet);

    private protected static async Task<SchemeDefinition?> DefinitionAsync(YipanqiDb db, ImportParameters parameters, CancellationToken cancellation)
    {
        var id = Guid.TryParse(parameters["scheme"], out var given) ? given : Guid.Empty;
        var scheme = await db.Set<Scheme>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Status == SchemeStatus.Published, cancellation);
        return scheme?.Read();
    }

    private Quarter Current => Quarter.Of(ChinaTime.DayOf(clock.GetUtcNow().UtcDateTime));

    private PreviewRow PreviewOf(ImportRow row, ObservationSheet sheet, Dictionary<(Guid, string), Observation> known, Dictionary<(Guid, string), int> seen)
    {
        if (sheet.Closed is { } closed)
        {
            return new(row.Number, RowChange.Unchanged, [row.Wrong(UnitField, closed)]);
        }

        if (!sheet.Units.TryGetValue(row[UnitField], out var unit))
        {
            return new(row.Number, RowChange.Unchanged, [row.Wrong(UnitField, $"没有代码为“{row[UnitField]}”的单位，或您不能为它报数。请核对代码。")]);
        }

        var faults = new List<ImportFault>();
        var (added, changed) = (false, false);
        foreach (var cell in Cells(row, sheet))
        {
            if (cell.Fault is { } fault)
            {
                faults.Add(fault);
            }
            else if (sheet.NotByFile(cell.Item) is { Length: > 0 } other)
            {
                faults.Add(row.Wrong(cell.Field, other));
            }
            else if (!seen.TryAdd((unit, cell.Item), row.Number))
            {
                faults.Add(row.Wrong(cell.Field, $"{cell.Item} 与第 {seen[(unit, cell.Item)]} 行重复。同一单位同一指标只能有一个数。"));
            }
            else
            {
                var isNew = !known.TryGetValue((unit, cell.Item), out var observation);
                added |= isNew;
                changed |= !isNew && !observation!.Says(cell.Reported!);
                if (cell.Hidden)
                {
                    faults.Add(row.Odd(cell.Field, "不足 5 人作答，只记“不足 5 人”，不存数。"));
                }
            }
        }

        return new(row.Number, changed ? RowChange.Updated : added ? RowChange.Added : RowChange.Unchanged, faults);
    }

    private async Task<ObservationSheet> SheetAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        var quarter = Quarter.Parse(parameters["quarter"]) ?? throw new InvalidOperationException("The quarter was checked before.");
        var definition = await DefinitionAsync(db, parameters, cancellation) ?? throw new InvalidOperationException("The scheme was checked before.");
        var units = await db.Set<Unit>().AsNoTracking().Within(actor, Permission.EnterObservations, u => u.Path)
            .Select(u => new { u.Code, u.Id }).ToDictionaryAsync(u => u.Code, u => u.Id, cancellation);
        return new ObservationSheet(quarter, definition, units, await sourced.ClosedAsync(db, definition, cancellation), (await FigureGate.RefusalAsync(db, actor, quarter, cancellation))?.Message);
    }

    // What a closed quarter has packed is known, too; it becomes a row again where it changes.
    private static Task AddPackedAsync(YipanqiDb db, ObservationSheet sheet, Dictionary<(Guid, string), Observation> known, CancellationToken cancellation) =>
        PackedObservations.ReadAsync(
            db, sheet.Quarter, sheet.Units.Values.ToHashSet(),
            (unit, item, figure) =>
            {
                var observation = Observation.Of(db.TenantId, sheet.Quarter, unit, item);
                observation.Take(figure.Reported, figure.From);
                known.TryAdd((unit, item), observation);
            },
            cancellation);

    private static IQueryable<Observation> Known(IQueryable<Observation> observations, Actor actor, YipanqiDb db, Quarter quarter)
    {
        var key = quarter.Key;
        return from unit in db.Set<Unit>().Within(actor, Permission.EnterObservations, u => u.Path)
               join o in observations on new { unit.TenantId, UnitId = unit.Id } equals new { o.TenantId, o.UnitId }
               where o.QuarterKey == key
               select o;
    }

    // The draft that is being committed is in the same context: its id ties each figure to its file.
    private static Guid? DraftIdOf(YipanqiDb db) => db.ChangeTracker.Entries<ImportDraft>().Select(e => (Guid?)e.Entity.Id).FirstOrDefault();
}
