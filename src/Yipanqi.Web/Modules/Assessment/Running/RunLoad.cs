using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Loads what a run is made of: six commands, however many units and observations there are.</summary>
internal static class RunLoad
{
    public static async Task<RunInputs> LoadAsync(YipanqiDb db, Scheme scheme, Quarter quarter, CancellationToken cancellation)
    {
        var definition = scheme.Read();
        var forest = await UnitForest.LoadAsync(db, null, quarter, cancellation);
        var previous = await PreviousAsync(db, scheme.Code, quarter, cancellation);
        var observations = await ObservationsAsync(db, forest, quarter, cancellation);
        var subjects = SubjectsOf(forest);
        var items = SchemeStructure.Build(definition).Nodes.Take(definition.Nodes.Count(n => n.Item is not null)).Select(n => n.Code).ToList();
        var byCode = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Item!);
        var none = new Dictionary<int, Reported>();
        var inputs = new ItemInput[items.Count];
        Parallel.For(0, items.Count, at =>
        {
            var rollUp = new ItemRollUp(forest, byCode[items[at]], definition.NotReported, observations.GetValueOrDefault(items[at], none));
            inputs[at] = ItemInput.Of(items[at], [.. forest.Subjects.Select(rollUp.Of)]);
        });
        return new(
            definition, scheme.DefinitionHash, quarter, RunParameters.Now(previous.SnapshotId), subjects, RunInputs.GroupsOf(subjects),
            [.. subjects.Select(s => previous.Index.GetValueOrDefault(s.UnitId, double.NaN))], inputs,
            items.Sum(code => observations.TryGetValue(code, out var found) ? found.Count : 0))
        {
            Adjustments = await RunAdjustments.LoadAsync(db, subjects, quarter, cancellation),
        };
    }

    private static List<RunSubject> SubjectsOf(UnitForest forest)
    {
        var tiers = forest.Tiers();
        return [.. forest.Subjects.Select(s => (s, u: forest.Units[s])).Select(p => new RunSubject(p.u.Id, p.u.Code, p.u.ShortName, p.u.Path, tiers[p.s], p.u.PeerGroupId, p.u.ScopePath))];
    }

    private static async Task<Dictionary<string, Dictionary<int, Reported>>> ObservationsAsync(YipanqiDb db, UnitForest forest, Quarter quarter, CancellationToken cancellation)
    {
        var byItem = new Dictionary<string, Dictionary<int, Reported>>();
        var key = quarter.Key;
        var rows = db.Set<Observation>().AsNoTracking().Where(o => o.QuarterKey == key)
            .Select(o => new { o.UnitId, o.ItemCode, o.Value, o.Numerator, o.Denominator, o.SampleSize, o.Parts, o.Absence });
        await foreach (var o in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!byItem.TryGetValue(o.ItemCode, out var units))
            {
                byItem[o.ItemCode] = units = [];
            }

            if (forest.Find(o.UnitId) is { } unit)
            {
                units[unit] = new Reported(o.Value, o.Numerator, o.Denominator, o.SampleSize, o.Parts, o.Absence);
            }
        }

        return byItem;
    }

    // A fall is measured against the quarter right before, scored by the same scheme in any version.
    private static async Task<(Guid? SnapshotId, Dictionary<Guid, double> Index)> PreviousAsync(
        YipanqiDb db, string schemeCode, Quarter quarter, CancellationToken cancellation)
    {
        var before = quarter.Previous.Key;
        var snapshots =
            from snapshot in db.Set<AssessmentSnapshot>()
            where snapshot.QuarterKey == before && snapshot.Status == SnapshotStatus.Published
            join scheme in db.Set<Scheme>() on new { snapshot.TenantId, Id = snapshot.SchemeId } equals new { scheme.TenantId, scheme.Id }
            where scheme.Code == schemeCode
            select (Guid?)snapshot.Id;
        var id = await snapshots.FirstOrDefaultAsync(cancellation);
        var index = await db.Set<OrganisationScore>().AsNoTracking().Where(s => s.SnapshotId == id && s.IndexScore != null)
            .Select(s => new { s.UnitId, s.IndexScore }).ToDictionaryAsync(s => s.UnitId, s => s.IndexScore!.Value, cancellation);
        return (id, index);
    }
}
