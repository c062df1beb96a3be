using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>Everything a run is made of. The same inputs give the same bytes, on any machine and any number of threads.</summary>
/// <param name="Groups">Peer group of each organisation as a number from 0; −1 for none.</param>
/// <param name="PreviousIndex">Index of the previous published quarter; NaN for none.</param>
/// <param name="Items">In the order of the engine's items.</param>
/// <param name="Observations">How many observations of the quarter concern the scheme.</param>
internal sealed record RunInputs(
    SchemeDefinition Definition, string DefinitionHash, Quarter Quarter, RunParameters Parameters,
    IReadOnlyList<RunSubject> Subjects, int[] Groups, double[] PreviousIndex, IReadOnlyList<ItemInput> Items, int Observations)
{
    /// <summary>Figures of the units in between, packed, for the preview to go on from; no part of what is hashed.</summary>
    public IReadOnlyList<(Guid UnitId, byte[] Content)> Pooled { get; init; } = [];

    /// <summary>Confirmed bonus and deduction items and vetoes; applied after scoring.</summary>
    public RunAdjustments Adjustments { get; init; } = RunAdjustments.None;

    /// <summary>The seed follows from scheme and quarter, so that nobody can choose it.</summary>
    public ulong Seed { get; init; } =
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{DefinitionHash} {Quarter}")));

    /// <summary>Draws of an organisation follow from its code, so that the order of organisations does not matter.</summary>
    public ulong[] DrawKeys() => [.. Subjects.Select(s => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(s.Code))))];

    /// <summary>Numbers the peer groups in the order in which they first occur.</summary>
    public static int[] GroupsOf(IReadOnlyList<RunSubject> subjects)
    {
        var numbers = new Dictionary<Guid, int>();
        return [.. subjects.Select(s => s.PeerGroupId is not { } id ? -1 : numbers.TryGetValue(id, out var known) ? known : numbers[id] = numbers.Count)];
    }

    public IReadOnlyList<ItemColumn> Columns()
    {
        var items = Definition.Nodes.Where(n => n.Item is not null).ToDictionary(n => n.Code, n => n.Item!);
        return [.. Items.Select(i => i.ToColumn(items[i.Code]))];
    }
}
