using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>The inputs of the organisations that a change reaches, pooled anew from what was reported and from the figures kept of their neighbours.</summary>
/// <param name="Items">One for each item, with a row for each organisation of the scope.</param>
/// <param name="Pooled">New figures of the units in between, packed.</param>
internal sealed record LiveInputs(IReadOnlyList<ItemInput> Items, IReadOnlyList<(Guid UnitId, byte[] Content)> Pooled)
{
    public static async Task<LiveInputs> LoadAsync(
        YipanqiDb db, AssessmentSnapshot snapshot, SchemeDefinition definition, LiveScope scope, CancellationToken cancellation)
    {
        var forest = scope.Forest;
        var codes = RunLoad.ItemsOf(definition);
        var observations = await ObservationLoad.OfAsync(db, forest, snapshot.Quarter, codes, cancellation);
        var kept = await KeptAsync(db, snapshot.Id, scope, codes.Count, cancellation);
        var pooling = forest.Pooling().Where(scope.Changed.Contains).ToList();
        var figures = pooling.Select(_ => new ItemFigure?[codes.Count]).ToArray();
        var byCode = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Item!);
        var items = new ItemInput[codes.Count];
        for (var at = 0; at < items.Length; at++)
        {
            var (own, item) = (observations[at], byCode[codes[at]]);
            var rollUp = new ItemRollUp(forest, item, definition.NotReported, unit => own.FigureOf(item, unit));
            foreach (var (unit, known) in kept)
            {
                if (known[at] is { } figure)
                {
                    rollUp.Know(unit, figure);
                }
            }

            items[at] = ItemInput.Of(codes[at], scope.Subjects.Count, row => rollUp.Of(scope.Subjects[row]));
            for (var i = 0; i < pooling.Count; i++)
            {
                figures[i][at] = rollUp.PooledOver(pooling[i]);
            }
        }

        return new(items, [.. pooling.Select((unit, i) => (forest.Units[unit].Id, FigurePacking.Pack(figures[i])))]);
    }

    private static async Task<Dictionary<int, ItemFigure?[]>> KeptAsync(YipanqiDb db, Guid snapshotId, LiveScope scope, int items, CancellationToken cancellation)
    {
        var ids = Enumerable.Range(0, scope.Forest.Units.Count).Where(u => !scope.Changed.Contains(u)).Select(u => scope.Forest.Units[u].Id).ToList();
        var rows = await db.Set<UnitFigure>().AsNoTracking().Where(f => f.SnapshotId == snapshotId && ids.Contains(f.UnitId)).ToListAsync(cancellation);
        return rows.ToDictionary(r => scope.Forest.Find(r.UnitId)!.Value, r => FigurePacking.Read(r.Content, items));
    }
}
