using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>
/// One organisation of a stored run, opened up. It is scored again from the stored inputs, with its peer group where an item compares
/// organisations: the way to green and the contributions need more than the scores.
/// </summary>
internal sealed class CardRow
{
    private readonly StoredRun run;
    private readonly IReadOnlyDictionary<string, double> medians;
    private readonly int row;
    private readonly SchemeResult result;
    private readonly double[] degrees;
    private readonly Dictionary<string, SchemeNode> nodes;

    /// <param name="run">The chunks of the organisation and, where an item compares, of its peer group.</param>
    /// <param name="peers">Positions to score with it, ascending; without comparing items its own alone.</param>
    /// <param name="medians">Medians of the peer group by node; none under 5 scores.</param>
    public CardRow(StoredRun run, OrganisationScore line, IReadOnlyList<int> peers, IReadOnlyDictionary<string, double> medians)
    {
        (this.run, this.medians, Line) = (run, medians, line);
        row = peers.ToList().IndexOf(line.Position);
        result = run.Run.Score(run.ItemColumns(peers), new PeerGroups(line.PeerGroupId is null ? [-1] : new int[peers.Count]), threads: 1);
        degrees = new double[run.Structure.ItemCount];
        result.ObstacleDegree(row, degrees);
        nodes = run.Definition.Nodes.ToDictionary(n => n.Code);
    }

    public OrganisationScore Line { get; }

    public SchemeDefinition Definition => run.Definition;

    /// <summary>Adjustments of the whole run.</summary>
    public RunAdjustments Adjustments => run.Adjustments;

    /// <summary>Place of an item among those of the engine; negative for none.</summary>
    public int FindItem(string code) => run.Structure.Find(code) is var item && item < run.Structure.ItemCount ? item : -1;

    public CardHead Head(string name, string peerGroup, OrganisationScore? before) => new(
        Line.UnitId, Line.Code, name, Line.ShortName, Line.PeerGroupId, peerGroup, Line.Level, LevelSentences.Read(Line.Signals),
        Line.IndexScore, Line.IndexScore - before?.IndexScore, Line.PartyScore, Line.PartyScore - before?.PartyScore,
        Line.BusinessScore, Line.BusinessScore - before?.BusinessScore, Line.Gap, LevelSentences.Name(result.Tracks[row].Lagging),
        Line.Coordination, Line.AdjustedC, Line.ClassicalC, Line.Coordination is { } d ? CoordinationGrades.Of(PublishedFigure.Thousandth(d)).ChineseName() : "",
        Place(Line.Rank), Place(Line.RankLow), Place(Line.RankHigh), Line.Ranked, Line.Verdict,
        Line.Reported, Line.NotApplicable, Line.NotDue, Line.NotReported, Line.Suppressed);

    public IReadOnlyList<CardNode> Dimensions(CardSources sources) => [.. Below(run.Structure.Root).Select(c => NodeOf(c, sources))];

    public IReadOnlyList<CardObstacle> Obstacles() =>
        [.. Enumerable.Range(0, degrees.Length).Where(i => degrees[i] > 0).OrderByDescending(i => degrees[i]).ThenBy(i => i)
            .Select(i => new CardObstacle(Code(i), nodes[Code(i)].Name, result.Lost(i)[row], degrees[i]))];

    /// <summary>Null where the scheme has no levels or the organisation has no index.</summary>
    public CardWay? Way()
    {
        if (!run.Definition.Levels || Line.IndexScore is null)
        {
            return null;
        }

        return WayToGreen.Find(run.Run, result, row, run.Definition.Limits) is { } way
            ? new CardWay(way.Items.Count == 0, true, [.. way.Items.Select(Step)], way.Score, Known(way.Tracks.Gap), Known(way.Tracks.D))
            : new CardWay(false, false, [], null, null, null);
    }

    /// <summary>Split of the change against the earlier quarter; none where the trees of the two schemes differ.</summary>
    public IReadOnlyList<CardContribution> Contributions(CardRow? earlier)
    {
        if (earlier is null)
        {
            return [];
        }

        try
        {
            var parts = Engine.CompositeIndex.Contributions.Of(earlier.Period(), Period()) ?? [];
            return [.. parts.Where(p => p.Value != 0 || p.Weight != 0 || p.Coverage != 0).OrderByDescending(p => Math.Abs(p.Total)).ThenBy(p => p.Item)
                .Select(p => new CardContribution(Code(p.Item), nodes[Code(p.Item)].Name, p.Value, p.Weight, p.Coverage))];
        }
        catch (IndexRefusedException refused) when (refused.Code == "structures_differ")
        {
            return [];
        }
    }

    public CardItem ItemOf(int item, CardSources sources)
    {
        var (code, at) = (Code(item), Line.Position);
        var (node, absence) = (nodes[code], (AbsenceReason)run.Narrow(ColumnKind.Absence, code, at));
        var origin = (FigureOrigin)run.Narrow(ColumnKind.Origin, code, at);
        return new(
            code, node.Name, node.Item!.Definition, node.Item.Direction == Direction.Cost, node.Item.Unit, run.Structure.EffectiveWeights[item],
            run.Figure(ColumnKind.Score, code, at), run.Figure(ColumnKind.Lost, code, at), Known(degrees[item]),
            run.Figure(ColumnKind.Numerator, code, at), run.Figure(ColumnKind.Denominator, code, at), run.Figure(ColumnKind.Value, code, at),
            run.Figure(ColumnKind.SampleSize, code, at), node.Item.Floor, node.Item.Target, absence, origin,
            sources.SourceOf(code, origin), absence == AbsenceReason.NotReported ? sources.OwesOf(code) : []);
    }

    private SchemePeriod Period() => new(run.Run, result, row);

    private CardNode NodeOf(int node, CardSources sources)
    {
        var code = Code(node);
        var children = Below(node);
        var items = ItemsBelow(node).ToList();
        return new(
            code, nodes[code].Name, LevelSentences.Name(nodes[code].Track), run.Structure.EffectiveWeights[node], run.Figure(ColumnKind.Score, code, Line.Position),
            (NodeState)run.Narrow(ColumnKind.State, code, Line.Position), Known(items.Sum(i => result.Lost(i)[row])), Known(items.Sum(i => degrees[i])), PeerMedian(code),
            [.. children.Where(c => c >= run.Structure.ItemCount).Select(c => NodeOf(c, sources))],
            [.. children.Where(c => c < run.Structure.ItemCount).Select(c => ItemOf(c, sources))]);
    }

    private double? PeerMedian(string code) => medians.TryGetValue(code, out var median) ? median : null;

    private CardStep Step(int item)
    {
        var (code, lost) = (Code(item), result.Lost(item)[row]);
        return new(code, nodes[code].Name, nodes[code].Item!.Unit, run.Figure(ColumnKind.Value, code, Line.Position), nodes[code].Item!.Target, lost);
    }

    private int[] Below(int node) => run.Structure.Children(node).ToArray();

    private IEnumerable<int> ItemsBelow(int node) => node < run.Structure.ItemCount ? [node] : Below(node).SelectMany(ItemsBelow);

    private string Code(int node) => run.Structure.Nodes[node].Code;

    private static int? Place(int rank) => rank == 0 ? null : rank;

    private static double? Known(double figure) => double.IsNaN(figure) ? null : figure;
}
