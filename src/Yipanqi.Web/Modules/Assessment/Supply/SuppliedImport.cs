using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Figures of one supplied item for all organisations, from a file: one row for a unit. They wait for the signature like typed ones.</summary>
public sealed class SuppliedImport(TimeProvider clock) : IImportTarget
{
    private const string UnitField = "unit_code";
    private const string FigureField = "figure";

    private static readonly IReadOnlyList<ImportField> Fields =
    [
        new(UnitField, "单位代码", true, "单位管理里的单位代码。", ["uCode", "unit", "单位编码", "组织代码", "编码"], ["P001", "P002"]),
        new(FigureField, "数值", true, FigureEntry.Help, ["得分", "值", "数据", "value"], ["18/20", "90%"]),
    ];

    public string Code => "supplied";

    public string Title => "部门提供的数据";

    public string Description => "由业务主管部门统一提供的一个项目：每行一个单位。导入后签字才计入。";

    public Permission Permission => Permission.SupplyObservations;

    public (string Action, string SubjectType) Journal => ("supply.imported", nameof(SuppliedFigure));

    public async Task<IReadOnlyList<ImportParameter>> ParametersAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var cycle = await db.Set<QuarterCycle>().AsNoTracking().Where(c => c.State == QuarterState.Collecting).OrderByDescending(c => c.QuarterKey).FirstOrDefaultAsync(cancellation);
        var all = (await db.DefinitionOfAsync(cycle, cancellation))?.Nodes ?? [];
        var suppliers = await db.SuppliersAsync(all, cancellation);
        var nodes = all.Where(n => actor.SuppliesFor(suppliers.GetValueOrDefault(n.Code))).ToList();
        return
        [
            new("quarter", "季度", true, "如 2026Q4。", cycle?.Quarter.ToString() ?? ""),
            new("item", "项目", true, "只列由您单位提供的项目。", nodes.FirstOrDefault()?.Code ?? "", [.. nodes.Select(n => new ImportOption(n.Code, $"{n.Code} {n.Name}"))]),
        ];
    }

    public Task<IReadOnlyList<ImportField>> FieldsAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation) => Task.FromResult(Fields);

    public async Task<IReadOnlyList<Refusal>> CheckAsync(YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        if (Quarter.Parse(parameters["quarter"]) is not { } quarter)
        {
            return [new Refusal("supply.quarter", "quarter", "季度请写成 2026Q4 或 2026年第四季度。")];
        }

        var (_, sheet, refusal) = await db.OpenSheetAsync(actor, quarter, parameters["item"], cancellation);
        return refusal is not null ? [refusal with { Field = "item" }] : sheet!.IsSigned ? [SupplyAccess.Signed with { Field = "item" }] : [];
    }

    public async Task<ImportPreview> PreviewAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var (node, known, units, refusal) = await LoadAsync(db, actor, parameters, cancellation);
        var seen = new HashSet<Guid>();
        return new ImportPreview([.. rows.Select(row => PreviewOf(row, node, known, units, refusal, seen))]);
    }

    public async Task<ImportResult> CommitAsync(YipanqiDb db, Actor actor, IReadOnlyList<ImportRow> rows, ImportParameters parameters, CancellationToken cancellation)
    {
        var quarter = Quarter.Parse(parameters["quarter"])!.Value;
        var (node, sheet, _) = await db.OpenSheetAsync(actor, quarter, parameters["item"], cancellation);
        var (_, known, units, _) = await LoadAsync(db, actor, parameters, cancellation);
        var (now, added, updated, keys) = (clock.GetUtcNow().UtcDateTime, 0, 0, new List<string>());
        foreach (var row in rows)
        {
            var unit = units[row[UnitField]];
            var isNew = !known.TryGetValue(unit, out var figure);
            if (SupplyFigures.Put(db, sheet!, node!, figure, unit, row[FigureField], actor.PersonId, now))
            {
                (added, updated) = isNew ? (added + 1, updated) : (added, updated + 1);
                keys.Add($"{unit:N} {node!.Code}");
            }
        }

        return new ImportResult(added, updated, rows.Count - added - updated, keys, $"/assessment/supply/{node!.Code}?quarter={quarter}");
    }

    private static PreviewRow PreviewOf(
        ImportRow row, SchemeNode? node, Dictionary<Guid, SuppliedFigure> known, Dictionary<string, Guid> units, Refusal? refusal, HashSet<Guid> seen)
    {
        var wrong = refusal is not null || node is null ? (UnitField, refusal?.Message ?? SupplyAccess.Absent.Message)
            : !units.TryGetValue(row[UnitField], out var unit) ? (UnitField, $"没有代码为“{row[UnitField]}”的参评单位。请核对代码。")
            : !seen.Add(unit) ? (UnitField, "这个单位在上面已有一行。同一单位只能有一个数。")
            : FigureEntry.Parse(node, row[FigureField]).Wrong is { Length: > 0 } message ? (FigureField, message)
            : ("", "");
        if (wrong.Item1.Length > 0)
        {
            return new(row.Number, RowChange.Unchanged, [row.Wrong(wrong.Item1, wrong.Item2)]);
        }

        var figure = FigureEntry.Write(FigureEntry.Parse(node!, row[FigureField]).Reported!);
        var change = !known.TryGetValue(units[row[UnitField]], out var there) ? RowChange.Added : there.Figure == figure ? RowChange.Unchanged : RowChange.Updated;
        return new(row.Number, change, []);
    }

    private static async Task<(SchemeNode? Node, Dictionary<Guid, SuppliedFigure> Known, Dictionary<string, Guid> Units, Refusal? Refusal)> LoadAsync(
        YipanqiDb db, Actor actor, ImportParameters parameters, CancellationToken cancellation)
    {
        var (node, sheet, refusal) = await db.OpenSheetAsync(actor, Quarter.Parse(parameters["quarter"]) ?? default, parameters["item"], cancellation);
        refusal ??= sheet!.IsSigned ? SupplyAccess.Signed : null;
        var (key, code) = (sheet?.QuarterKey ?? 0, sheet?.ItemCode ?? "");
        var known = await db.Set<SuppliedFigure>().Where(f => f.QuarterKey == key && f.ItemCode == code).ToDictionaryAsync(f => f.UnitId, cancellation);
        var units = await db.Supplied().Select(u => new { u.Code, u.Id }).ToDictionaryAsync(u => u.Code, u => u.Id, cancellation);
        return (node, known, units, refusal);
    }
}
