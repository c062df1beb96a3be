using BenchmarkDotNet.Attributes;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Benchmarks;

/// <summary>The assessment run and the intervals of ranks, with one group of all organisations.</summary>
[MemoryDiagnoser]
public class SchemeBenchmarks
{
    private readonly SchemeRun _run = new(SchemeData.Structure);
    private ItemColumn[] _columns = [];
    private PeerGroups _groups = PeerGroups.Single(0);
    private SchemeResult _result = null!;

    [Params(1_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _columns = SchemeData.Columns(Rows);
        _groups = PeerGroups.Single(Rows);
        _result = _run.Score(_columns, _groups);
    }

    [Benchmark]
    public SchemeResult AssessmentRun() => _run.Score(_columns, _groups);

    [Benchmark]
    public RankInterval[] RankIntervals1000Redraws() => new RankIntervals(_run, seed: 20260331).Of(_columns, _groups, _result);
}
