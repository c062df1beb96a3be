using System.Numerics;

namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Deterministic random numbers: the same seed gives the same sequence on every run, so that a published draw can be
/// repeated by anyone. Not for secrets.
/// </summary>
/// <remarks>
/// Generator xoshiro256** (Blackman and Vigna 2021, Scrambled linear pseudorandom number generators, ACM TOMS 47(4) 36),
/// its state filled by SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators, OOPSLA).
/// Not safe for several threads: give each its own <see cref="Stream"/>.
/// </remarks>
public sealed partial class SeededRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">Any number, 0 included.</param>
    public SeededRandom(ulong seed)
    {
        _s0 = SplitMix64(ref seed);
        _s1 = SplitMix64(ref seed);
        _s2 = SplitMix64(ref seed);
        _s3 = SplitMix64(ref seed);
    }

    /// <summary>
    /// An independent sequence for one part of a calculation, for instance one unit or one redraw, so that parts may
    /// be calculated in any order or in parallel with the same result.
    /// </summary>
    /// <param name="seed">The published seed of the whole calculation.</param>
    /// <param name="stream">Number of the part.</param>
    public static SeededRandom Stream(ulong seed, ulong stream)
    {
        var part = stream;
        var mixed = SplitMix64(ref seed) ^ BitOperations.RotateLeft(SplitMix64(ref part), 32);
        return new SeededRandom(mixed);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform on [0, 1), in steps of 2^−53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    private static ulong SplitMix64(ref ulong state)
    {
        var z = state += GoldenGamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
