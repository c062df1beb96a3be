using BenchmarkDotNet.Attributes;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Benchmarks;

/// <summary>Raw columns to index, beside one plain read of the same data in the same run.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private double[][] _columns = [];
    private IndexPipeline _pipeline = null!;
    private IndexScores _scores = null!;

    [Params(50_000, 1_000_000, 5_200_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var structure = IndexData.Structure(_ => ItemRule.MinMax(Direction.Benefit));
        _columns = IndexData.Columns(structure.ItemCount, Rows);
        _pipeline = new IndexPipeline(structure);
        _scores = new IndexScores(structure, Rows, keepItems: false);
    }

    [Benchmark(Baseline = true)]
    public double OnePlainRead() => ReadPass.Sum(_columns);

    [Benchmark]
    public void Pipeline() => _pipeline.Run(_columns, _scores);
}
