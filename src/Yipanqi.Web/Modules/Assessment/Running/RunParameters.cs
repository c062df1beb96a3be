using System.Text.Json;
using Yipanqi.Engine.CompositeIndex;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>What else a run depends on beside scheme and figures; stored with the snapshot.</summary>
/// <param name="Format">Version of the columns and of what the hashes are taken over.</param>
/// <param name="Redraws">Number of redraws behind the rank intervals; 0: none were drawn yet.</param>
/// <param name="PreviousSnapshotId">The published snapshot of the quarter before that falls were measured against; null for none.</param>
public sealed record RunParameters(int Format, int Redraws, Guid? PreviousSnapshotId)
{
    public const int CurrentFormat = 2;

    /// <summary>Up to so many organisations a preview draws its rank intervals at once (a few seconds); beyond, publication does.</summary>
    public const int MostRedrawnAtOnce = 2_000;

    public static RunParameters Now(Guid? previous, int organisations) =>
        new(CurrentFormat, organisations <= MostRedrawnAtOnce ? RankIntervals.PublishedRedraws : 0, previous);

    public static RunParameters Read(string json) => JsonSerializer.Deserialize<RunParameters>(json, JsonSerializerOptions.Web)!;

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
