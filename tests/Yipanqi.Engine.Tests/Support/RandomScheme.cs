using System.Runtime.InteropServices;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Engine.Tests.Support;

/// <summary>Random schemes and observations, known by a seed.</summary>
internal sealed class RandomScheme(int seed)
{
    private readonly SeededRandom _random = new((ulong)(uint)seed);

    /// <summary>Four levels, two to four children each, two tracks, weights of two decimals.</summary>
    public IndexStructure Structure(bool relative, AggregationKind kind = AggregationKind.Arithmetic)
    {
        var lower = kind == AggregationKind.Arithmetic ? 0 : 1;
        List<IndexNode> nodes = [new("Index", null, 1)];
        for (var d = 0; d < 4; d++)
        {
            nodes.Add(new IndexNode($"D{d}", "Index", Weight()) { Track = d == 3 ? Track.Business : Track.Party });
            for (var i = 0; i < Below(3) + 2; i++)
            {
                nodes.Add(new IndexNode($"D{d}I{i}", $"D{d}", Weight()));
                for (var k = 0; k < Below(3) + 2; k++)
                {
                    nodes.Add(new IndexNode($"D{d}I{i}_{k}", $"D{d}I{i}", Weight()) { Rule = Rule(relative, lower) });
                }
            }
        }

        var releaser = nodes.FindIndex(n => n.Code == "D3I1_0");
        nodes[releaser] = nodes[releaser] with { ReleasesWeightTo = ["D3I0"] };
        return IndexStructure.Build(nodes, new LevelRule(kind, 2));
    }

    public ItemColumn[] Columns(IndexStructure structure, int rows, double absent = 0.15) =>
        [.. Enumerable.Range(0, structure.ItemCount).Select(_ => Column(rows, absent))];

    /// <summary>Groups of different sizes, some under 5, some organisations without one.</summary>
    public PeerGroups Groups(int rows) => new([.. Enumerable.Range(0, rows).Select(_ => Below(20) == 0 ? -1 : Math.Max(0, Below(12) - 4))]);

    public int Below(int limit) => (int)(limit * _random.NextDouble());

    /// <summary>The same tree with other weights.</summary>
    public IndexStructure Reweighed(IndexStructure structure) =>
        IndexStructure.Build([.. structure.Nodes.Select(n => n with { Weight = Weight() })], [.. structure.LevelRules]);

    /// <summary>Everything a result says, as bytes.</summary>
    public static byte[] Bytes(SchemeResult result)
    {
        List<byte> bytes = [];
        for (var node = 0; node < result.Structure.Nodes.Count; node++)
        {
            bytes.AddRange(MemoryMarshal.AsBytes(result.Scores(node)));
            bytes.AddRange(MemoryMarshal.AsBytes(result.States(node)));
        }

        for (var item = 0; item < result.Structure.ItemCount; item++)
        {
            bytes.AddRange(MemoryMarshal.AsBytes(result.Reasons(item)));
            bytes.AddRange(MemoryMarshal.AsBytes(result.Lost(item)));
        }

        foreach (var tracks in result.Tracks)
        {
            double[] figures = [tracks.PartyScore, tracks.BusinessScore, tracks.ClassicalC, tracks.AdjustedC, tracks.D, (double)tracks.PartyState, (double)tracks.BusinessState];
            bytes.AddRange(MemoryMarshal.AsBytes<double>(figures));
        }

        return [.. bytes, .. result.RelativeDrops.SelectMany(d => new[] { (byte)d.Item, (byte)d.Group, (byte)d.Reason })];
    }

    private double Weight() => (1 + Below(400)) / 100.0;

    private ItemRule Rule(bool relative, double lower) => (relative ? Below(5) : 0) switch
    {
        0 => Below(2) == 0 ? ItemRule.Goalposts(Direction.Benefit, 10, 90, lower) : ItemRule.Goalposts(Direction.Cost, 90, 10, lower),
        1 => ItemRule.MinMax(Direction.Cost, lower),
        2 => ItemRule.ZScore(Direction.Benefit, 50, 10, lower, 100),
        3 => ItemRule.PercentileRank(Direction.Cost, lower, 100),
        _ => ItemRule.DistanceToTarget(Direction.Benefit, 60, capped: true, lower, 100),
    };

    private ItemColumn Column(int rows, double absent)
    {
        var values = new double[rows];
        var reasons = new AbsenceReason[rows];
        for (var row = 0; row < rows; row++)
        {
            reasons[row] = _random.NextDouble() < absent ? (AbsenceReason)(1 + Below(4)) : AbsenceReason.None;
            values[row] = reasons[row] == AbsenceReason.None ? Below(101) : double.NaN;
        }

        return new ItemColumn(values) { Reasons = reasons };
    }
}
