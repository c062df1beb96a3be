using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Loads what a run is made of: a handful of commands, however many units and observations there are.</summary>
internal static class RunLoad
{
    public static async Task<RunInputs> LoadAsync(YipanqiDb db, Scheme scheme, Quarter quarter, CancellationToken cancellation)
    {
        var definition = scheme.Read();
        var forest = await UnitForest.LoadAsync(db, null, quarter, cancellation);
        var previous = await PreviousRun.LoadAsync(db, scheme.Code, quarter, cancellation);
        var items = ItemsOf(definition);
        var observations = await ObservationLoad.AllAsync(db, forest, quarter, items, cancellation);
        var inputs = Assemble(definition, scheme.DefinitionHash, quarter, forest, previous, items, observations);
        return inputs with { Adjustments = await RunAdjustments.LoadAsync(db, inputs.Subjects, quarter, cancellation) };
    }

    /// <summary>Puts the inputs together from what was loaded.</summary>
    public static RunInputs Assemble(
        SchemeDefinition definition, string definitionHash, Quarter quarter, UnitForest forest, PreviousRun previous, IReadOnlyList<string> items, ItemObservations[] observations)
    {
        var subjects = SubjectsOf(forest, previous);
        var pooling = forest.Pooling().ToList();
        var figures = pooling.Select(_ => new ItemFigure?[items.Count]).ToArray();
        return new(
            definition, definitionHash, quarter, RunParameters.Now(previous.SnapshotId, subjects.Count), subjects, RunInputs.GroupsOf(subjects),
            [.. subjects.Select(s => previous.IndexOf(s.UnitId))], Pool(definition, forest, items, observations, pooling, figures), observations.Sum(o => o.Count))
        {
            Pooled = [.. pooling.Select((unit, i) => (forest.Units[unit].Id, FigurePacking.Pack(figures[i])))],
        };
    }

    /// <summary>Codes of the items in the order of the engine.</summary>
    public static List<string> ItemsOf(SchemeDefinition definition) =>
        [.. SchemeStructure.Build(definition).Nodes.Take(definition.Nodes.Count(n => n.Item is not null)).Select(n => n.Code)];

    private static ItemInput[] Pool(
        SchemeDefinition definition, UnitForest forest, IReadOnlyList<string> items, ItemObservations[] observations, List<int> pooling, ItemFigure?[][] figures)
    {
        var byCode = definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Item!);
        var inputs = new ItemInput[items.Count];
        Parallel.For(0, items.Count, () => new FigureTable(forest.Units.Count), (at, _, table) =>
        {
            var (own, item) = (observations[at], byCode[items[at]]);
            var rollUp = new ItemRollUp(forest, item, definition.NotReported, unit => own.FigureOf(item, unit), table);
            inputs[at] = ItemInput.Of(items[at], forest.Subjects.Count, row => rollUp.Of(forest.Subjects[row]));
            for (var i = 0; i < pooling.Count; i++)
            {
                figures[i][at] = rollUp.PooledOver(pooling[i]);
            }

            return table;
        }, _ => { });
        return inputs;
    }

    private static List<RunSubject> SubjectsOf(UnitForest forest, PreviousRun previous)
    {
        var tiers = forest.Tiers();
        return [.. forest.Subjects.Select(s => (s, u: forest.Units[s])).Select(p => new RunSubject(p.u.Id, p.u.Code, p.u.ShortName, p.u.Path, tiers[p.s], p.u.PeerGroupId, p.u.ScopePath)
        {
            PreviousRank = previous.RankOf(p.u.Id, p.u.PeerGroupId),
        })];
    }
}
