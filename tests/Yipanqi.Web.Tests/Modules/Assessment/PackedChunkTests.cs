using Yipanqi.Web.Modules.Assessment;

namespace Yipanqi.Web.Tests.Modules.Assessment;

public sealed class PackedChunkTests
{
    [Theory]
    [InlineData(new double[] { 1, 1, 1 }, ChunkPacking.Same)]
    [InlineData(new double[] { double.NaN, double.NaN }, ChunkPacking.Same)]
    [InlineData(new double[] { 0, 3, double.NaN, 65534 }, ChunkPacking.Counts)]
    [InlineData(new double[] { 0, 3, 65535 }, ChunkPacking.Plain)]
    [InlineData(new double[] { 0, 3.5 }, ChunkPacking.Plain)]
    [InlineData(new double[] { 0, -0.0 }, ChunkPacking.Plain)]
    [InlineData(new double[] { 1, -1 }, ChunkPacking.Plain)]
    [InlineData(new double[] { 7 }, ChunkPacking.Counts)]
    public void Opens_to_the_same_bytes(double[] column, ChunkPacking expected)
    {
        var bytes = ColumnBytes.Of(column);

        var (packing, content) = PackedChunk.Pack(bytes, sizeof(double));

        packing.ShouldBe(expected);
        PackedChunk.Open(packing, content).ShouldBe(bytes);
        content.Length.ShouldBeLessThanOrEqualTo(Math.Max(bytes.Length, 12));
    }

    [Fact]
    public void Knows_alike_rows_of_several_figures_from_alike_figures()
    {
        var alike = PackedChunk.Pack(ColumnBytes.Of([1.5, 2.5, 1.5, 2.5]), 2 * sizeof(double));
        var bytes = PackedChunk.Pack([3, 3, 3], 1);

        alike.Packing.ShouldBe(ChunkPacking.Same);
        PackedChunk.Open(alike.Packing, alike.Content).ShouldBe(ColumnBytes.Of([1.5, 2.5, 1.5, 2.5]));
        PackedChunk.Open(bytes.Packing, bytes.Content).ShouldBe([3, 3, 3]);
    }
}
